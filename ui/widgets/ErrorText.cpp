// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pleurascope::ui::widgets {

namespace {

using core::ErrorCode;

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    static QString ofFile(ErrorCode code);
    static QString ofPixels(ErrorCode code);
    static QString ofWriting(ErrorCode code);
    static QString ofModel(ErrorCode code);
    static QString ofData(ErrorCode code);
    static QString ofNetwork(ErrorCode code);
    static QString ofMachine(ErrorCode code);
    static QString reasonOfFile(ErrorCode code);
    static QString reasonOfWork(ErrorCode code);
    static QString whole(const QString& sentence, const QString& file, const QString& detail);
};

QString ErrorWords::ofFile(ErrorCode code) {
    switch (code) {
    case ErrorCode::fileNotFound:
        return tr("The file is no longer there. Nothing else is affected. Put it back or import it from its "
                  "new place.");
    case ErrorCode::fileUnreadable:
        return tr("The file cannot be opened. It was not changed. Check that you may read it and that its "
                  "drive is connected.");
    case ErrorCode::notRecognised:
        return tr("The file is neither DICOM nor PNG, JPEG or TIFF. It was not changed. Choose a file of one "
                  "of these kinds.");
    case ErrorCode::truncated:
        return tr("The file ends too early, part of it is missing. It was not changed. Copy it again from "
                  "its source.");
    case ErrorCode::damaged:
        return tr("The file is damaged. It was not changed. Copy it again from its source.");
    default:
        return {};
    }
}

QString ErrorWords::ofPixels(ErrorCode code) {
    switch (code) {
    case ErrorCode::noPixels:
        return tr("The DICOM file holds no image. It was not changed. Choose the file with the film itself.");
    case ErrorCode::unsupportedFormat:
        return tr("This kind of image is not read here yet. The file was not changed. Export it uncompressed "
                  "and import that.");
    case ErrorCode::limitExceeded:
        return tr("The file is larger than is allowed here. It was not changed. Export it smaller and import "
                  "that.");
    case ErrorCode::timedOut:
        return tr("Reading the file took too long and was stopped. It was not changed. Try again when the "
                  "machine is less busy.");
    case ErrorCode::readerCrashed:
        return tr("The file brought its reader down, so it is left alone. Everything else is unaffected. "
                  "Copy it again from "
                  "its source.");
    default:
        return {};
    }
}

QString ErrorWords::ofWriting(ErrorCode code) {
    switch (code) {
    case ErrorCode::writeFailed:
        return tr("The file could not be written. What was there before is untouched. Check that you may "
                  "write to the folder.");
    case ErrorCode::diskFull:
        return tr("The disk is full. What was saved before is safe. Free some space, then try again.");
    case ErrorCode::databaseFailed:
        return tr("The study library could not be used. What was saved before is safe. Close other windows "
                  "on this profile "
                  "and try again.");
    case ErrorCode::databaseDamaged:
        return tr(
            "The study library's file is damaged, and there is no backup that is whole. It was not changed.");
    case ErrorCode::databaseTooNew:
        return tr("The study library was written by a later version of PleuraScope. It was not changed. "
                  "Start that version.");
    case ErrorCode::changedMeanwhile:
        return tr("Somebody else has given a verdict in the meantime. Look at it, then decide.");
    case ErrorCode::alreadyExists:
        return tr("There is already something of that name. It was not changed. Choose another name.");
    case ErrorCode::inUse:
        return tr("It is still needed elsewhere and was kept. Nothing was changed.");
    default:
        return {};
    }
}

QString ErrorWords::ofModel(ErrorCode code) {
    switch (code) {
    case ErrorCode::unknownLayer:
        return tr("The network has no layer of that name. Nothing was changed. Choose another layer.");
    case ErrorCode::missingTensor:
        return tr("The weights lack a part that the network needs. Nothing was changed. Choose the file that "
                  "fits the network.");
    case ErrorCode::shapeMismatch:
        return tr("The weights do not fit the network. Nothing was changed. Choose the file that fits the "
                  "network.");
    case ErrorCode::badModelFile:
        return tr("This is not a sound model file. It was not changed. Copy it again from its source.");
    case ErrorCode::learningUnavailable:
        return tr("The learning module could not be opened, so there are no scores and no training. Films "
                  "can be viewed "
                  "and read. Install LibTorch again, then restart PleuraScope.");
    case ErrorCode::deviceUnavailable:
        return tr("There is no usable GPU here. Nothing was changed. Choose CPU.");
    default:
        return {};
    }
}

QString ErrorWords::ofData(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalidArgument:
        return tr("A value is out of its range. Nothing was changed. Correct it and try again.");
    case ErrorCode::invalidCsv:
        return tr("The label table cannot be read. It was not changed. Correct the line named here.");
    case ErrorCode::unknownLabel:
        return tr("The label table has a label that is not known. It was not changed. Correct the line named "
                  "here.");
    case ErrorCode::emptyClass:
        return tr("A class has no films, or none on one side of the split. Nothing was changed. Add films or "
                  "change the split.");
    default:
        return {};
    }
}

QString ErrorWords::ofNetwork(ErrorCode code) {
    switch (code) {
    case ErrorCode::insecureAddress:
        return tr("Files are fetched from https addresses only. Nothing was changed. Give such an address.");
    case ErrorCode::networkFailed:
        return tr(
            "The connection failed. What has come so far is kept. Try again and it goes on from there.");
    case ErrorCode::serverRefused:
        return tr("The server does not give the file out. Nothing was changed. Check the address, or use a "
                  "file that you have.");
    case ErrorCode::hashMismatch:
        return tr(
            "The file is not the one that was published, so it is not used. Nothing was changed. Fetch it "
            "again, or choose another file.");
    case ErrorCode::unsafeArchive:
        return tr("The archive would write outside its folder. Nothing was unpacked. Get it from a source "
                  "that you trust.");
    default:
        return {};
    }
}

QString ErrorWords::ofMachine(ErrorCode code) {
    switch (code) {
    case ErrorCode::outOfMemory:
        return tr("There was not enough memory. What was saved before is safe. Close other programs or "
                  "choose a smaller size.");
    case ErrorCode::diverged:
        return tr("Training went astray: the loss is no longer a number. The best epoch so far is kept. "
                  "Lower the learning rate.");
    default:
        return tr("Something went wrong inside PleuraScope. What was saved before is safe. The log has the "
                  "particulars.");
    }
}

QString ErrorWords::reasonOfFile(ErrorCode code) {
    switch (code) {
    case ErrorCode::fileNotFound:
        return tr("file is gone");
    case ErrorCode::fileUnreadable:
        return tr("cannot be opened");
    case ErrorCode::notRecognised:
        return tr("neither DICOM nor an image");
    case ErrorCode::truncated:
        return tr("cut short");
    case ErrorCode::damaged:
        return tr("damaged");
    case ErrorCode::noPixels:
        return tr("no image inside");
    case ErrorCode::unsupportedFormat:
        return tr("format not read here");
    case ErrorCode::limitExceeded:
        return tr("too large");
    case ErrorCode::timedOut:
        return tr("took too long");
    case ErrorCode::readerCrashed:
        return tr("cannot be read safely");
    default:
        return {};
    }
}

QString ErrorWords::reasonOfWork(ErrorCode code) {
    switch (code) {
    case ErrorCode::writeFailed:
        return tr("cannot be written");
    case ErrorCode::diskFull:
        return tr("disk is full");
    case ErrorCode::databaseFailed:
    case ErrorCode::databaseDamaged:
    case ErrorCode::databaseTooNew:
        return tr("library cannot be used");
    case ErrorCode::changedMeanwhile:
        return tr("changed meanwhile");
    case ErrorCode::alreadyExists:
        return tr("name is taken");
    case ErrorCode::inUse:
        return tr("still needed");
    case ErrorCode::unknownLayer:
        return tr("no such layer");
    case ErrorCode::missingTensor:
    case ErrorCode::shapeMismatch:
        return tr("weights do not fit");
    case ErrorCode::badModelFile:
        return tr("not a sound model file");
    case ErrorCode::learningUnavailable:
        return tr("learning module missing");
    case ErrorCode::deviceUnavailable:
        return tr("no usable GPU");
    case ErrorCode::invalidArgument:
        return tr("value out of range");
    case ErrorCode::invalidCsv:
        return tr("label table unreadable");
    case ErrorCode::unknownLabel:
        return tr("unknown label");
    case ErrorCode::emptyClass:
        return tr("class without films");
    case ErrorCode::insecureAddress:
        return tr("address is not https");
    case ErrorCode::networkFailed:
        return tr("connection failed");
    case ErrorCode::serverRefused:
        return tr("server refused");
    case ErrorCode::hashMismatch:
        return tr("not what was published");
    case ErrorCode::unsafeArchive:
        return tr("unsafe archive");
    case ErrorCode::outOfMemory:
        return tr("not enough memory");
    case ErrorCode::diverged:
        return tr("loss is no longer a number");
    default:
        return tr("internal fault");
    }
}

QString ErrorWords::whole(const QString& sentence, const QString& file, const QString& detail) {
    const QString named = file.isEmpty() ? sentence : tr("%1: %2").arg(QFileInfo(file).fileName(), sentence);
    return detail.isEmpty() ? named : tr("%1 (%2)").arg(named, detail);
}

} // namespace

QString errorText(const core::Error& error) {
    QString sentence;
    for (const auto& words :
         {ErrorWords::ofFile, ErrorWords::ofPixels, ErrorWords::ofWriting, ErrorWords::ofModel,
          ErrorWords::ofData, ErrorWords::ofNetwork, ErrorWords::ofMachine}) {
        sentence = words(error.code);
        if (!sentence.isEmpty())
            break;
    }
    return ErrorWords::whole(sentence, QString::fromStdString(error.path),
                             QString::fromStdString(error.detail));
}

QString errorReason(core::ErrorCode code) {
    const QString reason = ErrorWords::reasonOfFile(code);
    return reason.isEmpty() ? ErrorWords::reasonOfWork(code) : reason;
}

core::ErrorCode errorCodeOf(const QString& name) {
    for (int i = 0; i < int(ErrorCode::internal); ++i)
        if (name == QLatin1String(core::errorCodeName(ErrorCode(i))))
            return ErrorCode(i);
    return ErrorCode::internal;
}

} // namespace pleurascope::ui::widgets
