# The few shapes of target this project has.

# One library a folder of engine/: a static library `engine_<name>` with the alias `engine::<name>`.
#   pleurascope_engine_library(dicom SOURCES ... PUBLIC engine::imaging PRIVATE DCMTK::DCMTK [TORCH])
function(pleurascope_engine_library name)
  cmake_parse_arguments(ARG "TORCH" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(engine_${name} STATIC ${ARG_SOURCES})
  add_library(engine::${name} ALIAS engine_${name})
  target_include_directories(engine_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(engine_${name} PUBLIC ${ARG_PUBLIC} PRIVATE pleurascope_warnings ${ARG_PRIVATE})
  if(ARG_TORCH)
    target_link_libraries(engine_${name} PRIVATE pleurascope_torch)
    pleurascope_precompile_torch(engine_${name})
  endif()
endfunction()

# A folder of engine/ that is headers alone.
function(pleurascope_engine_headers name)
  cmake_parse_arguments(ARG "" "" "PUBLIC" ${ARGN})
  add_library(engine_${name} INTERFACE)
  add_library(engine::${name} ALIAS engine_${name})
  target_include_directories(engine_${name} INTERFACE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(engine_${name} INTERFACE ${ARG_PUBLIC})
endfunction()

# One library a folder of ui/: `ui_<name>`, alias `ui::<name>`, with AUTOMOC. SHARED: one copy a process, for what both the
# program and the module it opens use.
function(pleurascope_ui_library name)
  cmake_parse_arguments(ARG "SHARED" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(ARG_SHARED)
    add_library(ui_${name} SHARED ${ARG_SOURCES})
    set_target_properties(ui_${name} PROPERTIES OUTPUT_NAME pleurascope-${name} CXX_VISIBILITY_PRESET default)
    target_link_options(ui_${name} PRIVATE -Wl,--no-undefined -Wl,--exclude-libs,ALL)
  else()
    add_library(ui_${name} STATIC ${ARG_SOURCES})
  endif()
  add_library(ui::${name} ALIAS ui_${name})
  set_target_properties(ui_${name} PROPERTIES AUTOMOC ON)
  target_include_directories(ui_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(ui_${name} PUBLIC QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)
  target_link_libraries(ui_${name} PUBLIC Qt6::Widgets ${ARG_PUBLIC} PRIVATE pleurascope_warnings ${ARG_PRIVATE})
endfunction()

# GoogleTest programs. Each test is a CTest test of its own; WHOLE programs are one CTest test, for those whose start is dear:
# TORCH ones always (loading LibTorch costs half a second a process).
#   pleurascope_test(dicom_test SOURCES ... LIBRARIES engine::dicom LABELS unit [TORCH] [WHOLE] [TIMEOUT 60])
function(pleurascope_test name)
  cmake_parse_arguments(ARG "TORCH;WHOLE" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE pleurascope_warnings ${ARG_LIBRARIES} GTest::gmock_main)
  target_compile_definitions(${name} PRIVATE
    PLEURASCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PLEURASCOPE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}"
    PLEURASCOPE_LIB_DIR="${CMAKE_LIBRARY_OUTPUT_DIRECTORY}" PLEURASCOPE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
  if(ARG_TORCH)
    target_link_libraries(${name} PRIVATE pleurascope_torch)
    pleurascope_precompile_torch(${name})
  endif()
  if(ARG_TORCH OR ARG_WHOLE)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
  else()
    gtest_discover_tests(${name} TEST_PREFIX "${name}." PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
  endif()
endfunction()

# QtTest programs, run offscreen.
function(pleurascope_ui_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE pleurascope_warnings ${ARG_LIBRARIES} Qt6::Test)
  target_compile_definitions(${name} PRIVATE
    PLEURASCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PLEURASCOPE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ui TIMEOUT 120 ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()

# The torch headers cost about half a minute a file: one precompiled header is made, and reused.
function(pleurascope_precompile_torch target)
  if(NOT TARGET pleurascope_torch_pch)
    file(WRITE "${CMAKE_BINARY_DIR}/pleurascope_torch_pch.cpp" "// carries the precompiled torch header\n")
    add_library(pleurascope_torch_pch STATIC "${CMAKE_BINARY_DIR}/pleurascope_torch_pch.cpp")
    target_link_libraries(pleurascope_torch_pch PRIVATE pleurascope_torch)
    target_precompile_headers(pleurascope_torch_pch PRIVATE <torch/torch.h>)
  endif()
  # The header was compiled with -fPIC; programs would ask for -fPIE and could not use it.
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${target} PRIVATE -fPIC)
  target_precompile_headers(${target} REUSE_FROM pleurascope_torch_pch)
endfunction()
