<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ErrorText</name>
    <message>
        <source>The file is no longer there. Nothing else is affected. Put it back or import it from its new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened. It was not changed. Check that you may read it and that its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is neither DICOM nor PNG, JPEG or TIFF. It was not changed. Choose a file of one of these kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early, part of it is missing. It was not changed. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. It was not changed. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file holds no image. It was not changed. Choose the file with the film itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image is not read here yet. The file was not changed. Export it uncompressed and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than is allowed here. It was not changed. Export it smaller and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file took too long and was stopped. It was not changed. Try again when the machine is less busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file brought its reader down, so it is left alone. Everything else is unaffected. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. What was there before is untouched. Check that you may write to the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study library could not be used. What was saved before is safe. Close other windows on this profile and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study library was written by a later version of PleuraScope. It was not changed. Start that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something of that name. It was not changed. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still needed elsewhere and was kept. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no layer of that name. Nothing was changed. Choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights lack a part that the network needs. Nothing was changed. Choose the file that fits the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights do not fit the network. Nothing was changed. Choose the file that fits the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a sound model file. It was not changed. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning module could not be opened, so there are no scores and no training. Films can be viewed and read. Install LibTorch again, then restart PleuraScope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no usable GPU here. Nothing was changed. Choose CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is out of its range. Nothing was changed. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label table cannot be read. It was not changed. Correct the line named here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label table has a label that is not known. It was not changed. Correct the line named here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class has no films, or none on one side of the split. Nothing was changed. Add films or change the split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory. What was saved before is safe. Close other programs or choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training went astray: the loss is no longer a number. The best epoch so far is kept. Lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside PleuraScope. What was saved before is safe. The log has the particulars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither DICOM nor an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format not read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a sound model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning module missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usable GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label table unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class without films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss is no longer a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review, film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence map: off, outline, heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review, verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and open next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse on a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: right widens, up brightens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save, next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>No patient data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No description</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier study(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not scored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored: cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored: no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::DemonstrationBuilder</name>
    <message>
        <source>Drawing 24 demonstration studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing phantoms to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the demonstration model on phantoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the learning module</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::DesktopApplication</name>
    <message>
        <source>The demonstration model is being made; it takes about two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::ModelDesk</name>
    <message>
        <source>None has been chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that was in use is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::BrowsePage</name>
    <message>
        <source>Worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add films to the library. They stay where they are (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next study that has not been read (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Demonstration library, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study fits the search and the filter. Esc in the search field empties it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No studies yet. Drop files or folders here, or import them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place %1, by its score %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Place %1: score %2 raised it above %n earlier arrival(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::EarlierStudies</name>
    <message>
        <source>Earlier studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this study in Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::FilterBar</name>
    <message>
        <source>Triage order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At or above the threshold and not yet read (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet read (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, whatever the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with a verdict against the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to triage order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged studies first, the highest score on top; the others as they arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by a column. Press to put flagged studies first again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::OpinionSummary</name>
    <message>
        <source>Suggests pleural effusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not suggest pleural effusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncalibrated. Demonstration model, trained on phantoms only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncalibrated. Model: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::PreviewPanel</name>
    <message>
        <source>Open in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::SearchField</name>
    <message>
        <source>Name, id, accession, date, description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the worklist (/)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyDelegate</name>
    <message>
        <source>In order of arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged, raised by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at or above %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read before today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyListModel</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effusion score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyView</name>
    <message>
        <source>Worklist</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::CornerNotes</name>
    <message>
        <source>%1, not DICOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient, no scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm, at detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm, calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C %1 W %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other sex</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmFurniture</name>
    <message>
        <source>%1 cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmView</name>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MapPanel</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the evidence map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the map is evidence for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No map without a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::OpinionPanel</name>
    <message>
        <source>No model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No film is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::OpinionText</name>
    <message>
        <source>Suggests pleural effusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign of effusion found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncalibrated score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just below the threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above the threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration model, trained on phantoms only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewHeader</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next study in the list (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous study in the list (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: what the file brings, automatic, full range (1 to 9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewPage</name>
    <message>
        <source>The model is still being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Choose one on the Browse page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No map: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence for this class on this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative to this film&apos;s strongest place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewToolBar</name>
    <message>
        <source>Window (W): drag right to widen, up to brighten; Ctrl fine, Shift coarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan: with any tool by the middle button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: with any tool by the right button, or Ctrl and wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the window (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One film pixel a screen pixel (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset window, zoom and place (0)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::VerdictPanel</name>
    <message>
        <source>Your verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right side of the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side of the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and open next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as you go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::WindowPreset</name>
    <message>
        <source>File table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::AboutDialog</name>
    <message>
        <source>About PleuraScope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of chest X-rays, with a model&apos;s opinion on pleural effusion and the evidence for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Built on Qt, QCustomPlot, DCMTK, OpenCV, LibTorch, SQLite and others; text is set in Inter (SIL Open Font License 1.1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::JobItem</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters are silent while a text field has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::MainWindow</name>
    <message>
        <source>looking for files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second, %2 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>LibTorch got the slow reference BLAS: install libopenblas0-pthread, scores and training are about 35 times slower until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training run has not ended. Closing stops it; the best epoch so far is kept. Close now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import f&amp;older...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About PleuraScope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films (*.dcm *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>LibTorch %1, %2, %n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ModelDetails</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, blocks %2, cut at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %1 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncalibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phantoms only, for demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for training, %2 for validation, split by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ModelsDialog</name>
    <message>
        <source>Import model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models yet. Drop a .psmodel file here, or import one. A finished training run can also be used for review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.psmodel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking and copying %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on the shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is kept: stored scores refer to it, and they must stay explicable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::NoticeBanner</name>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PleuraScope is for research and teaching. It is not a medical device: scores and maps can be wrong, and no decision about a patient may rest on them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::Rail</name>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (Ctrl+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::RefusedFilesDialog</name>
    <message>
        <source>Choose a file to see what can be done about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files were not imported. None of them was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::RefusedFilesModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ShelfModel</name>
    <message>
        <source>%1, used for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration, trained on phantoms only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n training film(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Validation AUC %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::StatusStrip</name>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Scoring, %n film(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::ChartGrid</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1 at epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::ChartLegend</name>
    <message>
        <source>Follow newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run as it grows; a double click on a chart does the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::Recipe</name>
    <message>
        <source>Choose a folder of films.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths such as 512, 128, each 1 to 8192.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares such as 0.5, 0.3, each from 0 to below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One share for each width of the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number above 0, at most 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RecipeForm</name>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a table of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one folder a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effusion, or the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the films. A labels.csv in it is found by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table with the columns path and label, and patient_id where it is known. Empty: each sub-folder is a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient: nobody has films on both sides. Image: films are dealt singly, and validation may leak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the films that is held back to check the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same split and the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that a score speaks for. Empty: effusion, else the last by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet50V2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow, for phantoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose backbone weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras weights (*.h5 *.hdf5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-1 to 1 (tf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1 (unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 255 (none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet50V2 for films, with weights from a file. The narrow one is trained whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras .h5 file of the backbone. Empty: random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer whose output the head is trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths of the hidden layers, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One share for each hidden layer, with decimal points, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square that a film is scaled to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of the grey values that the network is given. Weights of keras.applications want tf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often every film is seen. The best epoch is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s step, usually 0.001 or less.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunListModel</name>
    <message>
        <source>no model, %1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, validation AUC %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunStatus</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after the batch at hand; the best epoch so far is kept (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunSummary</name>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunsPanel</name>
    <message>
        <source>Finished runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run left no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready when a run has ended and is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::StageBar</name>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::TimeText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::TrainPage</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning module is still being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a data set and start, or look at a finished run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier&apos;s head on a pretrained backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with phantoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a small data set of phantom films and fills in a recipe that trains on it in a minute or two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phantoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked while a run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; the best epoch so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at every film once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Epoch %1 is kept, validation AUC %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished. Epoch %1 is kept, validation AUC %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first epoch ended; nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 films a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 batches a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::widgets::ScoreBar</name>
    <message>
        <source>Score %1, threshold %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
