<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>StudyWords</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier study(s)</source>
        <translation>
            <numerusform>%n earlier study</numerusform>
            <numerusform>%n earlier studies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriagePlace</name>
    <message numerus="yes">
        <source>Place %1: score %2 raised it above %n earlier arrival(s)</source>
        <translation>
            <numerusform>Place %1: score %2 raised it above %n earlier arrival</numerusform>
            <numerusform>Place %1: score %2 raised it above %n earlier arrivals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place %1: it has waited for more than %n hour(s)</source>
        <translation>
            <numerusform>Place %1: it has waited for more than %n hour</numerusform>
            <numerusform>Place %1: it has waited for more than %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::DesktopApplication</name>
    <message numerus="yes">
        <source>The library&apos;s file was damaged. Its newest backup took its place, with %n study(s). What came in after that backup is missing; the damaged file is kept as %1.</source>
        <translation>
            <numerusform>The library&apos;s file was damaged. Its newest backup took its place, with %n study. What came in after that backup is missing; the damaged file is kept as %1.</numerusform>
            <numerusform>The library&apos;s file was damaged. Its newest backup took its place, with %n studies. What came in after that backup is missing; the damaged file is kept as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::BrowsePage</name>
    <message numerus="yes">
        <source>%Ln study(s)</source>
        <translation>
            <numerusform>%Ln study</numerusform>
            <numerusform>%Ln studies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::EarlierStudies</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::MergeDialog</name>
    <message numerus="yes">
        <source>%1, %n study(s)</source>
        <translation>
            <numerusform>%1, %n study</numerusform>
            <numerusform>%1, %n studies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyActions</name>
    <message numerus="yes">
        <source>Take %n study(s) out of the library for good?</source>
        <translation>
            <numerusform>Take %n study out of the library for good?</numerusform>
            <numerusform>Take %n studies out of the library for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyDelegate</name>
    <message numerus="yes">
        <source>Waiting for more than %n hour(s)</source>
        <translation>
            <numerusform>Waiting for more than %n hour</numerusform>
            <numerusform>Waiting for more than %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ExportDialog</name>
    <message numerus="yes">
        <source>The whole series: %n film(s), all frames</source>
        <translation>
            <numerusform>The whole series: %n film, all frames</numerusform>
            <numerusform>The whole series: %n films, all frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. %1</source>
        <translation>
            <numerusform>%n file written. %1</numerusform>
            <numerusform>%n files written. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmStrip</name>
    <message numerus="yes">
        <source>%n frame(s).</source>
        <translation>
            <numerusform>%n frame.</numerusform>
            <numerusform>%n frames.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmWall</name>
    <message numerus="yes">
        <source>Prior, %n day(s) earlier</source>
        <translation>
            <numerusform>Prior, %n day earlier</numerusform>
            <numerusform>Prior, %n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prior, %n month(s) earlier</source>
        <translation>
            <numerusform>Prior, %n month earlier</numerusform>
            <numerusform>Prior, %n months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prior, %n year(s) earlier</source>
        <translation>
            <numerusform>Prior, %n year earlier</numerusform>
            <numerusform>Prior, %n years earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::HangingDialog</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::OpinionText</name>
    <message numerus="yes">
        <source>Calibrated on %n film(s), temperature %1</source>
        <translation>
            <numerusform>Calibrated on %n film, temperature %1</numerusform>
            <numerusform>Calibrated on %n films, temperature %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewHeader</name>
    <message numerus="yes">
        <source>Presentations: %n known of this film</source>
        <translation>
            <numerusform>Presentations: %n known of this film</numerusform>
            <numerusform>Presentations: %n known of this film</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::KerasSheet</name>
    <message numerus="yes">
        <source>%1 holds a %2 with %n outputs. It does not say all that a score depends on. Answer as the model was trained: a wrong answer gives wrong scores.</source>
        <translation>
            <numerusform>%1 holds a %2 with %n output. It does not say all that a score depends on. Answer as the model was trained: a wrong answer gives wrong scores.</numerusform>
            <numerusform>%1 holds a %2 with %n outputs. It does not say all that a score depends on. Answer as the model was trained: a wrong answer gives wrong scores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network has %n outputs; name each of them.</source>
        <translation>
            <numerusform>The network has %n output; name it.</numerusform>
            <numerusform>The network has %n outputs; name each of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::MainWindow</name>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n thread</numerusform>
            <numerusform>CPU, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>LibTorch %1, %2, %n thread(s)</source>
        <translation>
            <numerusform>LibTorch %1, %2, %n thread</numerusform>
            <numerusform>LibTorch %1, %2, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ModelDetails</name>
    <message numerus="yes">
        <source>calibrated probability, temperature %1 from %n film(s)</source>
        <translation>
            <numerusform>calibrated probability, temperature %1 from %n film</numerusform>
            <numerusform>calibrated probability, temperature %1 from %n films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ShelfModel</name>
    <message numerus="yes">
        <source>%n training film(s)</source>
        <translation>
            <numerusform>%n training film</numerusform>
            <numerusform>%n training films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::StatusStrip</name>
    <message numerus="yes">
        <source>Scoring, %n film(s) left</source>
        <translation>
            <numerusform>Scoring, %n film left</numerusform>
            <numerusform>Scoring, %n films left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation>
            <numerusform>%n file set aside</numerusform>
            <numerusform>%n files set aside</numerusform>
        </translation>
    </message>
</context>
</TS>
