# Third parties, each as one target. What each is for, and who may use it, stands in ARCHITECTURE.md.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(GTest REQUIRED)
include(GoogleTest)

# LibTorch 1.13 (Debian) or 2.x (CMAKE_PREFIX_PATH). Its own flags are not passed on: only headers and libraries.
find_package(Torch REQUIRED QUIET)
add_library(pleurascope_torch INTERFACE)
target_include_directories(pleurascope_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(pleurascope_torch INTERFACE ${TORCH_LIBRARIES})

# The library that LibTorch itself computes convolutions with.
find_path(ONEDNN_INCLUDE_DIR dnnl.hpp REQUIRED)
find_library(ONEDNN_LIBRARY dnnl REQUIRED)
add_library(pleurascope_onednn INTERFACE)
target_include_directories(pleurascope_onednn SYSTEM INTERFACE "${ONEDNN_INCLUDE_DIR}")
target_link_libraries(pleurascope_onednn INTERFACE "${ONEDNN_LIBRARY}")

find_package(HDF5 REQUIRED COMPONENTS C)
add_library(pleurascope_hdf5 INTERFACE)
target_include_directories(pleurascope_hdf5 SYSTEM INTERFACE ${HDF5_C_INCLUDE_DIRS})
target_link_libraries(pleurascope_hdf5 INTERFACE ${HDF5_C_LIBRARIES})
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)

if(PLEURASCOPE_PARTS STREQUAL "all")
  # Core, imgproc and photo only. imgcodecs brings GDCM in, which aborts on hostile files.
  add_library(pleurascope_opencv INTERFACE)
  find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
  target_include_directories(pleurascope_opencv SYSTEM INTERFACE "${OPENCV_INCLUDE_DIR}")
  foreach(module core imgproc photo)
    find_library(OPENCV_${module}_LIBRARY opencv_${module} REQUIRED)
    target_link_libraries(pleurascope_opencv INTERFACE "${OPENCV_${module}_LIBRARY}")
  endforeach()

  find_package(CURL REQUIRED)

  # ONNX's messages alone: neither its checker nor its operators.
  find_package(Protobuf REQUIRED)
  find_path(ONNX_INCLUDE_DIR onnx/onnx_pb.h REQUIRED)
  find_library(ONNX_PROTO_LIBRARY onnx_proto REQUIRED)
  add_library(pleurascope_onnx INTERFACE)
  target_compile_definitions(pleurascope_onnx INTERFACE ONNX_NAMESPACE=onnx ONNX_ML=1)
  target_include_directories(pleurascope_onnx SYSTEM INTERFACE "${ONNX_INCLUDE_DIR}")
  target_link_libraries(pleurascope_onnx INTERFACE "${ONNX_PROTO_LIBRARY}" protobuf::libprotobuf)

  # What DCMTK has no decoder for: JPEG 2000, and HTJ2K from 2.5 on. OpenJPEG's own CMake package wants its programs too.
  pkg_check_modules(OPENJPEG REQUIRED IMPORTED_TARGET libopenjp2>=2.5)
  pkg_check_modules(CHARLS REQUIRED IMPORTED_TARGET charls>=2.4)
  find_package(DCMTK REQUIRED QUIET)
  find_package(ZLIB REQUIRED)
  pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
  find_package(PNG REQUIRED)
  find_package(JPEG REQUIRED)
  find_package(TIFF REQUIRED)
  find_package(CLI11 REQUIRED)
  find_package(spdlog REQUIRED)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Svg Network PrintSupport LinguistTools Test)
  find_package(QCustomPlotQt6 REQUIRED)

  # Debian ships SOCI without a CMake package.
  find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
  find_library(SOCI_CORE_LIBRARY soci_core REQUIRED)
  find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3 REQUIRED)
  find_library(SOCI_POSTGRESQL_LIBRARY soci_postgresql REQUIRED)
  pkg_check_modules(LIBPQ REQUIRED IMPORTED_TARGET libpq) # SOCI includes its header
  add_library(pleurascope_soci INTERFACE)
  target_include_directories(pleurascope_soci SYSTEM
    INTERFACE "${SOCI_INCLUDE_DIR}" "${SOCI_INCLUDE_DIR}/soci")
  target_link_libraries(pleurascope_soci
    INTERFACE "${SOCI_SQLITE3_LIBRARY}" "${SOCI_POSTGRESQL_LIBRARY}" "${SOCI_CORE_LIBRARY}" PkgConfig::LIBPQ)
endif()
