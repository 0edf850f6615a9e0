<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ErrorText</name>
    <message>
        <source>The file is no longer there. Nothing else is affected. Put it back or import it from its new place.</source>
        <translation>Die Datei ist nicht mehr da. Sonst ist nichts betroffen. Legen Sie sie zurück oder importieren Sie sie von ihrem neuen Ort.</translation>
    </message>
    <message>
        <source>The file cannot be opened. It was not changed. Check that you may read it and that its drive is connected.</source>
        <translation>Die Datei lässt sich nicht öffnen. Sie wurde nicht verändert. Prüfen Sie, ob Sie sie lesen dürfen und ob ihr Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>The file is neither DICOM nor PNG, JPEG or TIFF. It was not changed. Choose a file of one of these kinds.</source>
        <translation>Die Datei ist weder DICOM noch PNG, JPEG oder TIFF. Sie wurde nicht verändert. Wählen Sie eine Datei dieser Arten.</translation>
    </message>
    <message>
        <source>The file ends too early, part of it is missing. It was not changed. Copy it again from its source.</source>
        <translation>Die Datei endet zu früh, ein Teil fehlt. Sie wurde nicht verändert. Kopieren Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The file is damaged. It was not changed. Copy it again from its source.</source>
        <translation>Die Datei ist beschädigt. Sie wurde nicht verändert. Kopieren Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The DICOM file holds no image. It was not changed. Choose the file with the film itself.</source>
        <translation>Die DICOM-Datei enthält kein Bild. Sie wurde nicht verändert. Wählen Sie die Datei mit der Aufnahme selbst.</translation>
    </message>
    <message>
        <source>This kind of image is not read here yet. The file was not changed. Export it uncompressed and import that.</source>
        <translation>Diese Bildart wird hier noch nicht gelesen. Die Datei wurde nicht verändert. Exportieren Sie sie unkomprimiert und importieren Sie diese Fassung.</translation>
    </message>
    <message>
        <source>The file is larger than is allowed here. It was not changed. Export it smaller and import that.</source>
        <translation>Die Datei ist größer als hier erlaubt. Sie wurde nicht verändert. Exportieren Sie sie kleiner und importieren Sie diese Fassung.</translation>
    </message>
    <message>
        <source>Reading the file took too long and was stopped. It was not changed. Try again when the machine is less busy.</source>
        <translation>Das Lesen der Datei dauerte zu lange und wurde beendet. Sie wurde nicht verändert. Versuchen Sie es erneut, wenn der Rechner weniger ausgelastet ist.</translation>
    </message>
    <message>
        <source>The file brought its reader down, so it is left alone. Everything else is unaffected. Copy it again from its source.</source>
        <translation>Die Datei hat das Leseprogramm zum Absturz gebracht und wird deshalb nicht mehr angefasst. Alles andere ist nicht betroffen. Kopieren Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The file could not be written. What was there before is untouched. Check that you may write to the folder.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Was vorher da war, ist unberührt. Prüfen Sie, ob Sie in den Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll. Was bereits gespeichert war, ist sicher. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The study library could not be used. What was saved before is safe. Close other windows on this profile and try again.</source>
        <translation>Die Untersuchungsbibliothek konnte nicht benutzt werden. Was bereits gespeichert war, ist sicher. Schließen Sie andere Fenster mit diesem Profil und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The study library was written by a later version of PleuraScope. It was not changed. Start that version.</source>
        <translation>Die Untersuchungsbibliothek stammt von einer neueren Version von PleuraScope. Sie wurde nicht verändert. Starten Sie jene Version.</translation>
    </message>
    <message>
        <source>There is already something of that name. It was not changed. Choose another name.</source>
        <translation>Unter diesem Namen gibt es bereits etwas. Es wurde nicht verändert. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>It is still needed elsewhere and was kept. Nothing was changed.</source>
        <translation>Es wird an anderer Stelle noch gebraucht und wurde behalten. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The network has no layer of that name. Nothing was changed. Choose another layer.</source>
        <translation>Das Netz hat keine Schicht dieses Namens. Nichts wurde verändert. Wählen Sie eine andere Schicht.</translation>
    </message>
    <message>
        <source>The weights lack a part that the network needs. Nothing was changed. Choose the file that fits the network.</source>
        <translation>Den Gewichten fehlt ein Teil, den das Netz braucht. Nichts wurde verändert. Wählen Sie die Datei, die zum Netz passt.</translation>
    </message>
    <message>
        <source>The weights do not fit the network. Nothing was changed. Choose the file that fits the network.</source>
        <translation>Die Gewichte passen nicht zum Netz. Nichts wurde verändert. Wählen Sie die Datei, die zum Netz passt.</translation>
    </message>
    <message>
        <source>This is not a sound model file. It was not changed. Copy it again from its source.</source>
        <translation>Dies ist keine einwandfreie Modelldatei. Sie wurde nicht verändert. Kopieren Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The learning module could not be opened, so there are no scores and no training. Films can be viewed and read. Install LibTorch again, then restart PleuraScope.</source>
        <translation>Das Lernmodul ließ sich nicht öffnen, daher gibt es weder Scores noch Training. Aufnahmen können betrachtet und befundet werden. Installieren Sie LibTorch neu und starten Sie PleuraScope erneut.</translation>
    </message>
    <message>
        <source>There is no usable GPU here. Nothing was changed. Choose CPU.</source>
        <translation>Hier gibt es keine nutzbare GPU. Nichts wurde verändert. Wählen Sie CPU.</translation>
    </message>
    <message>
        <source>A value is out of its range. Nothing was changed. Correct it and try again.</source>
        <translation>Ein Wert liegt außerhalb seines Bereichs. Nichts wurde verändert. Berichtigen Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The label table cannot be read. It was not changed. Correct the line named here.</source>
        <translation>Die Tabelle der Klassen ist nicht lesbar. Sie wurde nicht verändert. Berichtigen Sie die hier genannte Zeile.</translation>
    </message>
    <message>
        <source>The label table has a label that is not known. It was not changed. Correct the line named here.</source>
        <translation>Die Tabelle enthält eine unbekannte Klasse. Sie wurde nicht verändert. Berichtigen Sie die hier genannte Zeile.</translation>
    </message>
    <message>
        <source>A class has no films, or none on one side of the split. Nothing was changed. Add films or change the split.</source>
        <translation>Eine Klasse hat keine Aufnahmen oder keine auf einer Seite der Aufteilung. Nichts wurde verändert. Fügen Sie Aufnahmen hinzu oder ändern Sie die Aufteilung.</translation>
    </message>
    <message>
        <source>There was not enough memory. What was saved before is safe. Close other programs or choose a smaller size.</source>
        <translation>Der Arbeitsspeicher reichte nicht. Was bereits gespeichert war, ist sicher. Schließen Sie andere Programme oder wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>Training went astray: the loss is no longer a number. The best epoch so far is kept. Lower the learning rate.</source>
        <translation>Das Training ist entgleist: Der Verlust ist keine Zahl mehr. Die bisher beste Epoche bleibt erhalten. Senken Sie die Lernrate.</translation>
    </message>
    <message>
        <source>Something went wrong inside PleuraScope. What was saved before is safe. The log has the particulars.</source>
        <translation>In PleuraScope ist etwas schiefgegangen. Was bereits gespeichert war, ist sicher. Das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation>Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>neither DICOM nor an image</source>
        <translation>weder DICOM noch Bild</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>no image inside</source>
        <translation>kein Bild enthalten</translation>
    </message>
    <message>
        <source>format not read here</source>
        <translation>Format wird nicht gelesen</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>dauerte zu lange</translation>
    </message>
    <message>
        <source>cannot be read safely</source>
        <translation>nicht sicher lesbar</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>nicht beschreibbar</translation>
    </message>
    <message>
        <source>disk is full</source>
        <translation>Datenträger ist voll</translation>
    </message>
    <message>
        <source>library cannot be used</source>
        <translation>Bibliothek nicht nutzbar</translation>
    </message>
    <message>
        <source>name is taken</source>
        <translation>Name ist vergeben</translation>
    </message>
    <message>
        <source>still needed</source>
        <translation>wird noch gebraucht</translation>
    </message>
    <message>
        <source>no such layer</source>
        <translation>Schicht nicht vorhanden</translation>
    </message>
    <message>
        <source>weights do not fit</source>
        <translation>Gewichte passen nicht</translation>
    </message>
    <message>
        <source>not a sound model file</source>
        <translation>keine einwandfreie Modelldatei</translation>
    </message>
    <message>
        <source>learning module missing</source>
        <translation>Lernmodul fehlt</translation>
    </message>
    <message>
        <source>no usable GPU</source>
        <translation>keine nutzbare GPU</translation>
    </message>
    <message>
        <source>value out of range</source>
        <translation>Wert außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>label table unreadable</source>
        <translation>Tabelle nicht lesbar</translation>
    </message>
    <message>
        <source>unknown label</source>
        <translation>unbekannte Klasse</translation>
    </message>
    <message>
        <source>class without films</source>
        <translation>Klasse ohne Aufnahmen</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>loss is no longer a number</source>
        <translation>Verlust ist keine Zahl mehr</translation>
    </message>
    <message>
        <source>internal fault</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Files are fetched from https addresses only. Nothing was changed. Give such an address.</source>
        <translation>Dateien werden nur von https-Adressen geholt. Es wurde nichts verändert. Geben Sie eine solche Adresse an.</translation>
    </message>
    <message>
        <source>The connection failed. What has come so far is kept. Try again and it goes on from there.</source>
        <translation>Die Verbindung ist abgebrochen. Was bisher kam, bleibt erhalten. Versuchen Sie es noch einmal, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>The server does not give the file out. Nothing was changed. Check the address, or use a file that you have.</source>
        <translation>Der Server gibt die Datei nicht heraus. Es wurde nichts verändert. Prüfen Sie die Adresse oder nehmen Sie eine Datei, die Sie haben.</translation>
    </message>
    <message>
        <source>The file is not the one that was published, so it is not used. Nothing was changed. Fetch it again, or choose another file.</source>
        <translation>Die Datei ist nicht die veröffentlichte und wird deshalb nicht verwendet. Es wurde nichts verändert. Holen Sie sie noch einmal oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The archive would write outside its folder. Nothing was unpacked. Get it from a source that you trust.</source>
        <translation>Das Archiv würde außerhalb seines Ordners schreiben. Es wurde nichts entpackt. Holen Sie es aus einer Quelle, der Sie vertrauen.</translation>
    </message>
    <message>
        <source>address is not https</source>
        <translation>Adresse ist nicht https</translation>
    </message>
    <message>
        <source>connection failed</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>server refused</source>
        <translation>Server verweigert</translation>
    </message>
    <message>
        <source>not what was published</source>
        <translation>nicht das Veröffentlichte</translation>
    </message>
    <message>
        <source>unsafe archive</source>
        <translation>unsicheres Archiv</translation>
    </message>
    <message>
        <source>The study library&apos;s file is damaged, and there is no backup that is whole. It was not changed.</source>
        <translation>Die Datei der Studienbibliothek ist beschädigt, und keine Sicherung ist unversehrt. Sie wurde nicht verändert.</translation>
    </message>
    <message>
        <source>Somebody else has given a verdict in the meantime. Look at it, then decide.</source>
        <translation>Inzwischen hat jemand anderes ein Urteil abgegeben. Sehen Sie es an und entscheiden Sie dann.</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>inzwischen geändert</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>next unread</source>
        <translation>nächste offene</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>invert</source>
        <translation>invertieren</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>zustimmen</translation>
    </message>
    <message>
        <source>disagree</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>save, next unread</source>
        <translation>sichern, nächste offene</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>No patient data</source>
        <translation>Keine Patientendaten</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Ohne Beschreibung</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier study(s)</source>
        <translation>
            <numerusform>%n Voruntersuchung</numerusform>
            <numerusform>%n Voruntersuchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not scored: %1</source>
        <translation>Ohne Score: %1</translation>
    </message>
    <message>
        <source>Not scored: cannot be shown</source>
        <translation>Ohne Score: nicht darstellbar</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Wird bewertet</translation>
    </message>
    <message>
        <source>Not scored: no model</source>
        <translation>Ohne Score: kein Modell</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Ohne Score</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Befundet</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>Agreed %1</source>
        <translation>Zugestimmt %1</translation>
    </message>
    <message>
        <source>Disagreed %1</source>
        <translation>Abgelehnt %1</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>F</source>
        <comment>female</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>M</source>
        <comment>male</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>same patient as %1</source>
        <translation>dieselbe Person wie %1</translation>
    </message>
    <message>
        <source>file is missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>file has changed</source>
        <translation>Datei hat sich geändert</translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation>offen: %1</translation>
    </message>
</context>
<context>
    <name>TriagePlace</name>
    <message>
        <source>Place %1, by its score %2</source>
        <translation>Platz %1 durch den Score %2</translation>
    </message>
    <message numerus="yes">
        <source>Place %1: score %2 raised it above %n earlier arrival(s)</source>
        <translation>
            <numerusform>Platz %1: Score %2 hob sie über %n früher eingegangene</numerusform>
            <numerusform>Platz %1: Score %2 hob sie über %n früher eingegangene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place %1: it has waited for more than %n hour(s)</source>
        <translation>
            <numerusform>Platz %1: wartet seit über %n Stunde</numerusform>
            <numerusform>Platz %1: wartet seit über %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Overlays</source>
        <translation>Overlays</translation>
    </message>
    <message>
        <source>Shutter</source>
        <translation>Blende</translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::DemonstrationBuilder</name>
    <message>
        <source>Drawing 24 demonstration studies</source>
        <translation>24 Demonstrationsuntersuchungen werden gezeichnet</translation>
    </message>
    <message>
        <source>Drawing phantoms to train on</source>
        <translation>Phantome für das Training werden gezeichnet</translation>
    </message>
    <message>
        <source>Training the demonstration model on phantoms</source>
        <translation>Das Demonstrationsmodell wird an Phantomen trainiert</translation>
    </message>
    <message>
        <source>Waiting for the learning module</source>
        <translation>Das Lernmodul wird geladen</translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::DesktopApplication</name>
    <message>
        <source>The demonstration model is being made; it takes about two minutes.</source>
        <translation>Das Demonstrationsmodell wird erstellt; das dauert etwa zwei Minuten.</translation>
    </message>
    <message numerus="yes">
        <source>The library&apos;s file was damaged. Its newest backup took its place, with %n study(s). What came in after that backup is missing; the damaged file is kept as %1.</source>
        <translation>
            <numerusform>Die Datei der Bibliothek war beschädigt. Ihre neueste Sicherung mit %n Studie trat an ihre Stelle. Was nach dieser Sicherung kam, fehlt; die beschädigte Datei liegt als %1 daneben.</numerusform>
            <numerusform>Die Datei der Bibliothek war beschädigt. Ihre neueste Sicherung mit %n Studien trat an ihre Stelle. Was nach dieser Sicherung kam, fehlt; die beschädigte Datei liegt als %1 daneben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::ModelDesk</name>
    <message>
        <source>None has been chosen yet.</source>
        <translation>Es wurde noch keines gewählt.</translation>
    </message>
    <message>
        <source>The model that was in use is no longer there.</source>
        <translation>Das zuletzt verwendete Modell ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>pleurascope::desktop::StartWindow</name>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation>Forschungssoftware, nicht zur Diagnose</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::BrowsePage</name>
    <message>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>Nächste offene</translation>
    </message>
    <message>
        <source>Files...</source>
        <translation>Dateien...</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>Ordner...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln study(s)</source>
        <translation>
            <numerusform>%Ln Untersuchung</numerusform>
            <numerusform>%Ln Untersuchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Demonstration library, %1</source>
        <translation>Demonstrationsbibliothek, %1</translation>
    </message>
    <message>
        <source>No study fits the search and the filter. Esc in the search field empties it.</source>
        <translation>Keine Untersuchung passt zu Suche und Filter. Esc im Suchfeld leert es.</translation>
    </message>
    <message>
        <source>No studies yet. Drop files or folders here, or import them.</source>
        <translation>Noch keine Untersuchungen. Ziehen Sie Dateien oder Ordner hierher oder importieren Sie sie.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Open next unread</source>
        <translation>Nächste ungelesene öffnen</translation>
    </message>
    <message>
        <source>Flagged only</source>
        <translation>Nur auffällige</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Nur ungelesene</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Vorschau zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Fold the preview</source>
        <translation>Vorschau einklappen</translation>
    </message>
    <message>
        <source>Add films to the library. They stay where they are</source>
        <translation>Aufnahmen in die Bibliothek aufnehmen. Sie bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Open the next study that has not been read</source>
        <translation>Die nächste ungelesene Studie öffnen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Into the bin, or out of it</source>
        <translation>In den Papierkorb oder heraus</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::EarlierStudies</name>
    <message>
        <source>Earlier studies</source>
        <translation>Voruntersuchungen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open this study in Review</source>
        <translation>Diese Untersuchung im Befund öffnen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::FilterBar</name>
    <message>
        <source>Triage order</source>
        <translation>Triage-Reihenfolge</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Befundet</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>Alle Untersuchungen</translation>
    </message>
    <message>
        <source>At or above the threshold and not yet read (F)</source>
        <translation>An oder über der Schwelle und noch nicht befundet (F)</translation>
    </message>
    <message>
        <source>Not yet read (U)</source>
        <translation>Noch nicht befundet (U)</translation>
    </message>
    <message>
        <source>Read, whatever the verdict</source>
        <translation>Befundet, mit welchem Urteil auch immer</translation>
    </message>
    <message>
        <source>Read with a verdict against the score</source>
        <translation>Befundet mit einem Urteil gegen den Score</translation>
    </message>
    <message>
        <source>Back to triage order</source>
        <translation>Zur Triage-Reihenfolge</translation>
    </message>
    <message>
        <source>Flagged studies first, the highest score on top; the others as they arrived</source>
        <translation>Auffällige Untersuchungen zuerst, der höchste Score oben; die übrigen nach Eingang</translation>
    </message>
    <message>
        <source>Sorted by a column. Press to put flagged studies first again</source>
        <translation>Nach einer Spalte sortiert. Drücken, um auffällige wieder nach oben zu stellen</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Taken out of the worklist, until the bin is emptied</source>
        <translation>Aus der Arbeitsliste genommen, bis der Papierkorb geleert wird</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::MergeDialog</name>
    <message>
        <source>Same patient</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>%1 (%2) has another patient id as well. All studies of both become one patient&apos;s: earlier films hang beside later ones. What the files say is not changed, and it can be taken back.</source>
        <translation>%1 (%2) hat noch eine andere Patienten-ID. Alle Studien beider werden die einer Person: Frühere Aufnahmen hängen neben späteren. Was in den Dateien steht, bleibt unverändert, und es lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>The other patient id</source>
        <translation>Die andere Patienten-ID</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>There is no study with this patient id.</source>
        <translation>Es gibt keine Studie mit dieser Patienten-ID.</translation>
    </message>
    <message>
        <source>%1 is this patient already.</source>
        <translation>%1 ist bereits diese Person.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n study(s)</source>
        <translation>
            <numerusform>%1, %n Studie</numerusform>
            <numerusform>%1, %n Studien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::OpinionSummary</name>
    <message>
        <source>Suggests pleural effusion</source>
        <translation>Spricht für einen Pleuraerguss</translation>
    </message>
    <message>
        <source>Does not suggest pleural effusion</source>
        <translation>Spricht nicht für einen Pleuraerguss</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>Calibrated probability.</source>
        <translation>Kalibrierte Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Uncalibrated score.</source>
        <translation>Nicht kalibrierter Score.</translation>
    </message>
    <message>
        <source>Demonstration model, trained on phantoms only.</source>
        <translation>Demonstrationsmodell, nur an Phantomen trainiert.</translation>
    </message>
    <message>
        <source>Model: %1.</source>
        <translation>Modell: %1.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::PreviewPanel</name>
    <message>
        <source>Open in Review</source>
        <translation>Im Befund öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>1 of %1</source>
        <translation>1 von %1</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::SearchField</name>
    <message>
        <source>Name, id, accession, date, description</source>
        <translation>Name, ID, Auftrag, Datum, Beschreibung</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
        <source>Search the worklist (/)</source>
        <translation>Arbeitsliste durchsuchen (/)</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyActions</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Put back into the worklist</source>
        <translation>Zurück in die Arbeitsliste</translation>
    </message>
    <message>
        <source>Empty the bin...</source>
        <translation>Papierkorb leeren...</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Same patient as...</source>
        <translation>Dieselbe Person wie...</translation>
    </message>
    <message>
        <source>No longer the same patient as %1</source>
        <translation>Nicht mehr dieselbe Person wie %1</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message numerus="yes">
        <source>Take %n study(s) out of the library for good?</source>
        <translation>
            <numerusform>%n Studie endgültig aus der Bibliothek nehmen?</numerusform>
            <numerusform>%n Studien endgültig aus der Bibliothek nehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their scores, verdicts and marks go, too, and the copies that the library kept. Files that were imported where they are stay there.</source>
        <translation>Auch ihre Werte, Urteile und Markierungen gehen verloren, ebenso die Kopien, die die Bibliothek behielt. Dateien, die an ihrem Ort importiert wurden, bleiben dort.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyDelegate</name>
    <message>
        <source>In order of arrival</source>
        <translation>Nach Eingang</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <source>Flagged, raised by score</source>
        <translation>Auffällig, durch Score vorgezogen</translation>
    </message>
    <message>
        <source>%1 at or above %2</source>
        <translation>%1 an oder über %2</translation>
    </message>
    <message>
        <source>Read today</source>
        <translation>Heute befundet</translation>
    </message>
    <message>
        <source>Read before today</source>
        <translation>Früher befundet</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for more than %n hour(s)</source>
        <translation>
            <numerusform>Wartet seit über %n Stunde</numerusform>
            <numerusform>Wartet seit über %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyListModel</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Effusion score</source>
        <translation>Erguss-Score</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::browse::StudyView</name>
    <message>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::AngleKind</name>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Angle: click an end, the vertex, the other end</source>
        <translation>Winkel: ein Ende, den Scheitel, das andere Ende anklicken</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ArrowKind</name>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Arrow: drag from what it points at to its tail</source>
        <translation>Pfeil: von der Spitze zum Ende ziehen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::CalibrationKind</name>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Calibrate: draw along something whose length you know, and type it</source>
        <translation>Kalibrieren: entlang einer bekannten Länge ziehen und sie eintippen</translation>
    </message>
    <message>
        <source>Length in mm</source>
        <translation>Länge in mm</translation>
    </message>
    <message>
        <source>Known length</source>
        <translation>Bekannte Länge</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>Bekannt: %1</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::CardiothoracicKind</name>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Herz-Thorax-Quotient</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio: a stroke across the heart, one across the thorax; tilt the midline by its ends</source>
        <translation>Herz-Thorax-Quotient: ein Strich über das Herz, einer über den Thorax; die Mittellinie an ihren Enden neigen</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>HTQ</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>Thorax</source>
        <translation>Thorax</translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation>HTQ %1</translation>
    </message>
    <message>
        <source>Heart %1</source>
        <translation>Herz %1</translation>
    </message>
    <message>
        <source>Thorax %1</source>
        <translation>Thorax %1</translation>
    </message>
    <message>
        <source>AP or supine: the heart looks larger</source>
        <translation>a.p. oder liegend: das Herz wirkt größer</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::CobbKind</name>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Cobb angle: two lines, one along each end plate</source>
        <translation>Cobb-Winkel: zwei Linien, je eine entlang einer Endplatte</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::CornerNotes</name>
    <message>
        <source>%1, not DICOM</source>
        <translation>%1, kein DICOM</translation>
    </message>
    <message>
        <source>No patient, no scale</source>
        <translation>Kein Patient, kein Maßstab</translation>
    </message>
    <message>
        <source>Film %1 of %2</source>
        <translation>Aufnahme %1 von %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>C %1 W %2</source>
        <translation>C %1 W %2</translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation>Zoom %1 %</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 Monate</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 Wochen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>F</source>
        <translation>W</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>Picture incomplete: part of its data is missing</source>
        <translation>Bild unvollständig: ein Teil der Daten fehlt</translation>
    </message>
    <message>
        <source>Names hidden</source>
        <translation>Namen verborgen</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>Verlustbehaftet</translation>
    </message>
    <message>
        <source>Lossy %1:1</source>
        <translation>Verlustbehaftet %1:1</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::DicomExport</name>
    <message>
        <source>%1 is no file of its own.</source>
        <translation>%1 ist keine eigene Datei.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::EllipseKind</name>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Grey values within an ellipse</source>
        <translation>Grauwerte in einer Ellipse</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>PNG, without loss</source>
        <translation>PNG, verlustfrei</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>TIFF, without loss</source>
        <translation>TIFF, verlustfrei</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF-Seite</translation>
    </message>
    <message>
        <source>What will come out</source>
        <translation>Was herauskommt</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>In die Zwischenablage</translation>
    </message>
    <message>
        <source>Print ...</source>
        <translation>Drucken ...</translation>
    </message>
    <message>
        <source>Save ...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>The patient&apos;s name stands on it.</source>
        <translation>Der Name des Patienten steht darauf.</translation>
    </message>
    <message>
        <source>It carries no names.</source>
        <translation>Es trägt keine Namen.</translation>
    </message>
    <message>
        <source>One A4 page. %1</source>
        <translation>Eine A4-Seite. %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The printer does not begin.</source>
        <translation>Der Drucker beginnt nicht.</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>Diese Aufnahme</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <source>The whole series: %n film(s), all frames</source>
        <translation>
            <numerusform>Die ganze Serie: %n Aufnahme, alle Bilder</numerusform>
            <numerusform>Die ganze Serie: %n Aufnahmen, alle Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>%1 von %2 geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n Datei geschrieben.</numerusform>
            <numerusform>%n Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. %1</source>
        <translation>
            <numerusform>%n Datei geschrieben. %1</numerusform>
            <numerusform>%n Dateien geschrieben. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Each film with the window on show and its own marks. %1</source>
        <translation>Jede Aufnahme mit der gezeigten Fensterung und ihren eigenen Markierungen. %1</translation>
    </message>
    <message>
        <source>DICOM, as stored</source>
        <translation>DICOM, wie gespeichert</translation>
    </message>
    <message>
        <source>DICOM, de-identified</source>
        <translation>DICOM, ohne Personenbezug</translation>
    </message>
    <message>
        <source>The file itself, with all that it says of the patient.</source>
        <translation>Die Datei selbst, mit allem, was sie über den Patienten sagt.</translation>
    </message>
    <message>
        <source>A copy without what identifies a person (DICOM PS3.15, Basic Profile), with other identifiers and its dates moved. Look at it before you give it away: text in the picture stays.</source>
        <translation>Eine Kopie ohne das, was eine Person kenntlich macht (DICOM PS3.15, Basic Profile), mit anderen Kennungen und verschobenen Daten. Vor dem Weitergeben ansehen: Text im Bild bleibt.</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Picture in files and on paper</source>
        <translation>Bild in Dateien und auf Papier</translation>
    </message>
    <message>
        <source>Picture on the clipboard</source>
        <translation>Bild in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmCell</name>
    <message>
        <source>Frame %1 cannot be shown. %2</source>
        <translation>Einzelbild %1 kann nicht gezeigt werden. %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmCommands</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>One film pixel a screen pixel</source>
        <translation>Ein Filmpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Wirkliche Größe</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>Im Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>Rotate anticlockwise</source>
        <translation>Gegen den Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reset window, zoom and place</source>
        <translation>Fenster, Zoom und Ort zurücksetzen</translation>
    </message>
    <message>
        <source>Remove the chosen mark</source>
        <translation>Gewählte Markierung entfernen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links schieben</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts schieben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben schieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten schieben</translation>
    </message>
    <message>
        <source>Wider window</source>
        <translation>Fenster breiter</translation>
    </message>
    <message>
        <source>Narrower window</source>
        <translation>Fenster schmaler</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>Copy the picture on the screen</source>
        <translation>Das Bild am Bildschirm kopieren</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmFile</name>
    <message>
        <source>Film</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmFurniture</name>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>relativ</translation>
    </message>
    <message>
        <source>strongest</source>
        <translation>stärkste</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmPage</name>
    <message>
        <source>Names hidden</source>
        <translation>Namen verborgen</translation>
    </message>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation>Forschungssoftware, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>C %1 W %2</source>
        <translation>C %1 W %2</translation>
    </message>
    <message>
        <source>PleuraScope, %1</source>
        <translation>PleuraScope, %1</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie am Bildschirm</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>Ganze Aufnahme</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmStrip</name>
    <message>
        <source>Films of this patient</source>
        <translation>Aufnahmen dieses Patienten</translation>
    </message>
    <message>
        <source>%1
prior, %2</source>
        <translation>%1
Voraufnahme, %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Drag into a cell, or double click for the chosen one</source>
        <translation>In ein Feld ziehen, oder Doppelklick für das gewählte</translation>
    </message>
    <message>
        <source>Key image.</source>
        <translation>Schlüsselbild.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s).</source>
        <translation>
            <numerusform>%n Einzelbild.</numerusform>
            <numerusform>%n Einzelbilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be shown.</source>
        <translation>Sie kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>On the screen.</source>
        <translation>Am Bildschirm.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmView</name>
    <message>
        <source>Film</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Wirkliche Größe</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>x %1, y %2: %3</source>
        <translation>x %1, y %2: %3</translation>
    </message>
    <message>
        <source>, value %1</source>
        <translation>, Wert %1</translation>
    </message>
    <message>
        <source>; %1, %2 mm</source>
        <translation>; %1, %2 mm</translation>
    </message>
    <message>
        <source>Flipped</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Rotated %1°</source>
        <translation>Gedreht %1°</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>Evidence relative, Grad-CAM</source>
        <translation>Evidenz relativ, Grad-CAM</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Presentation: %1</source>
        <translation>Darstellung: %1</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The film is being loaded</source>
        <translation>Die Aufnahme wird geladen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FilmWall</name>
    <message>
        <source>Nothing hangs here. Drag a film into this cell.</source>
        <translation>Hier hängt nichts. Ziehen Sie eine Aufnahme in dieses Feld.</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Voraufnahme</translation>
    </message>
    <message numerus="yes">
        <source>Prior, %n day(s) earlier</source>
        <translation>
            <numerusform>Voraufnahme, %n Tag früher</numerusform>
            <numerusform>Voraufnahme, %n Tage früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prior, %n month(s) earlier</source>
        <translation>
            <numerusform>Voraufnahme, %n Monat früher</numerusform>
            <numerusform>Voraufnahme, %n Monate früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prior, %n year(s) earlier</source>
        <translation>
            <numerusform>Voraufnahme, %n Jahr früher</numerusform>
            <numerusform>Voraufnahme, %n Jahre früher</numerusform>
        </translation>
    </message>
    <message>
        <source>Hung without a rule</source>
        <translation>Ohne Regel gehängt</translation>
    </message>
    <message>
        <source>Hung by: %1</source>
        <translation>Gehängt nach: %1</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FoldedPanel</name>
    <message>
        <source>Unfold the panel</source>
        <translation>Seitenleiste ausklappen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FrameBar</name>
    <message>
        <source>Frame</source>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <source>Frame: wheel, up and down</source>
        <translation>Einzelbild: Mausrad, auf und ab</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play the frames</source>
        <translation>Bilder abspielen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::FreehandKind</name>
    <message>
        <source>Freehand</source>
        <translation>Freihand</translation>
    </message>
    <message>
        <source>Grey values within an outline: draw around it</source>
        <translation>Grauwerte in einem Umriss: darum herum zeichnen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::HangingDialog</name>
    <message>
        <source>Hanging rules</source>
        <translation>Hängeregeln</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Wie mitgeliefert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet sound: %1</source>
        <translation>Noch nicht stimmig: %1</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The rules are tried in their order; the first one whose needed films are there is taken.</source>
        <translation>Die Regeln werden der Reihe nach versucht; die erste, deren nötige Aufnahmen da sind, gilt.</translation>
    </message>
    <message>
        <source>Hanging rules as text</source>
        <translation>Hängeregeln als Text</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::LengthKind</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length: drag along it, or click both ends</source>
        <translation>Länge: daran entlang ziehen oder beide Enden anklicken</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::LinkButton</name>
    <message>
        <source>Linked: zoom, place and window go together</source>
        <translation>Verbunden: Vergrößerung, Ausschnitt und Fenster gehen zusammen</translation>
    </message>
    <message>
        <source>Not linked: each film by itself</source>
        <translation>Nicht verbunden: jede Aufnahme für sich</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::LoupeTool</name>
    <message>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Loupe: film pixels twice as large, with Shift four times</source>
        <translation>Lupe: Filmpixel doppelt so groß, mit Umschalt viermal</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MapPanel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Evidence map</source>
        <translation>Evidenzkarte</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Opacity of the evidence map</source>
        <translation>Deckkraft der Evidenzkarte</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>What the map is evidence for</source>
        <translation>Wofür die Karte Evidenz zeigt</translation>
    </message>
    <message>
        <source>Layer of the network</source>
        <translation>Schicht des Netzes</translation>
    </message>
    <message>
        <source>No map without a model</source>
        <translation>Ohne Modell keine Karte</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MarkEditor</name>
    <message>
        <source>Move a mark</source>
        <translation>Markierung bewegen</translation>
    </message>
    <message>
        <source>Remove a mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Change words</source>
        <translation>Worte ändern</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MarkTableModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MarksPanel</name>
    <message>
        <source>Measurements and marks</source>
        <translation>Messungen und Markierungen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>None yet. %1 measures a length.</source>
        <translation>Noch keine. %1 misst eine Länge.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MeasuredFilm</name>
    <message>
        <source>No spacing</source>
        <translation>Kein Pixelabstand</translation>
    </message>
    <message>
        <source>%1 mm, calibrated</source>
        <translation>%1 mm, kalibriert</translation>
    </message>
    <message>
        <source>%1 mm, at detector</source>
        <translation>%1 mm, am Detektor</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 mm, calibrated by hand, %2</source>
        <translation>%1 mm, von Hand kalibriert, %2</translation>
    </message>
    <message>
        <source>%1 mm, calibrated by %2, %3</source>
        <translation>%1 mm, kalibriert von %2, %3</translation>
    </message>
    <message>
        <source>mm at detector</source>
        <translation>mm am Detektor</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>mm² at detector</source>
        <translation>mm² am Detektor</translation>
    </message>
    <message>
        <source>mm²</source>
        <translation>mm²</translation>
    </message>
    <message>
        <source>px²</source>
        <translation>px²</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::MouseConvention</name>
    <message>
        <source>As in RadiAnt</source>
        <translation>Wie in RadiAnt</translation>
    </message>
    <message>
        <source>As in Weasis</source>
        <translation>Wie in Weasis</translation>
    </message>
    <message>
        <source>The wheel zooms</source>
        <translation>Das Rad zoomt</translation>
    </message>
    <message>
        <source>As on a PACS</source>
        <translation>Wie am PACS</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Ziehen links</translation>
    </message>
    <message>
        <source>The chosen tool, at first the window</source>
        <translation>Das gewählte Werkzeug, anfangs das Fenster</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Ziehen Mitte</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Ziehen rechts</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Next film or frame</source>
        <translation>Nächste Aufnahme oder nächstes Einzelbild</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Zoom am Zeiger</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Rad</translation>
    </message>
    <message>
        <source>Left and right drag</source>
        <translation>Ziehen links und rechts</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::OpinionPanel</name>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell geladen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>No film is open</source>
        <translation>Keine Aufnahme geöffnet</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Wird bewertet</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::OpinionText</name>
    <message>
        <source>Suggests pleural effusion</source>
        <translation>Spricht für einen Pleuraerguss</translation>
    </message>
    <message>
        <source>No sign of effusion found</source>
        <translation>Kein Hinweis auf einen Erguss gefunden</translation>
    </message>
    <message>
        <source>uncalibrated score</source>
        <translation>nicht kalibrierter Score</translation>
    </message>
    <message>
        <source>at the threshold %1</source>
        <translation>an der Schwelle %1</translation>
    </message>
    <message>
        <source>just below the threshold %1</source>
        <translation>knapp unter der Schwelle %1</translation>
    </message>
    <message>
        <source>above the threshold %1</source>
        <translation>über der Schwelle %1</translation>
    </message>
    <message>
        <source>below the threshold %1</source>
        <translation>unter der Schwelle %1</translation>
    </message>
    <message>
        <source>Demonstration model, trained on phantoms only</source>
        <translation>Demonstrationsmodell, nur an Phantomen trainiert</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>Pleuraerguss</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Kein Befund</translation>
    </message>
    <message>
        <source>calibrated probability</source>
        <translation>kalibrierte Wahrscheinlichkeit</translation>
    </message>
    <message numerus="yes">
        <source>Calibrated on %n film(s), temperature %1</source>
        <translation>
            <numerusform>An %n Aufnahme kalibriert, Temperatur %1</numerusform>
            <numerusform>An %n Aufnahmen kalibriert, Temperatur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>Nicht kalibriert</translation>
    </message>
    <message>
        <source>Threshold: most sensitivity and specificity in validation</source>
        <translation>Schwelle: höchste Sensitivität und Spezifität in der Validierung</translation>
    </message>
    <message>
        <source>Validation AUC %1</source>
        <translation>AUC der Validierung %1</translation>
    </message>
    <message>
        <source>Average precision %1</source>
        <translation>Mittlere Präzision %1</translation>
    </message>
    <message>
        <source>Brier score %1</source>
        <translation>Brier-Score %1</translation>
    </message>
    <message>
        <source>Calibration error %1</source>
        <translation>Kalibrierungsfehler %1</translation>
    </message>
    <message>
        <source>Validation leaks: its figures say too much</source>
        <translation>Validierung undicht: ihre Zahlen versprechen zu viel</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::OwnPreset</name>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zugänge</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PanTool</name>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Pan: move the film</source>
        <translation>Verschieben: die Aufnahme bewegen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PlaceCard</name>
    <message>
        <source>The rule needs this film</source>
        <translation>Die Regel braucht diese Aufnahme</translation>
    </message>
    <message>
        <source>Cell %1</source>
        <translation>Feld %1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>A film of this study</source>
        <translation>Eine Aufnahme dieser Studie</translation>
    </message>
    <message>
        <source>A film of the prior</source>
        <translation>Eine Aufnahme der Voruntersuchung</translation>
    </message>
    <message>
        <source>Whose film, cell %1</source>
        <translation>Wessen Aufnahme, Feld %1</translation>
    </message>
    <message>
        <source>Where no film fits here, the next rule is tried</source>
        <translation>Passt hier keine Aufnahme, wird die nächste Regel versucht</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Körperteil</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>With commas between, for instance %1</source>
        <translation>Durch Kommas getrennt, zum Beispiel %1</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PolygonKind</name>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Grey values within a polygon: click its corners, double click or Enter ends</source>
        <translation>Grauwerte in einem Polygon: Ecken anklicken, Doppelklick oder Eingabe beendet</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PolylineKind</name>
    <message>
        <source>Polyline</source>
        <translation>Linienzug</translation>
    </message>
    <message>
        <source>Length along a bent line: click its points, double click or Enter ends</source>
        <translation>Länge entlang eines Linienzugs: Punkte anklicken, Doppelklick oder Eingabe beendet</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PresentationDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save presentation</source>
        <translation>Darstellung speichern</translation>
    </message>
    <message>
        <source>Window, polarity, rotation, what of the film is seen, and the marks, as a DICOM presentation state (GSPS) of its own. The film&apos;s file stays as it is.</source>
        <translation>Fensterung, Polarität, Drehung, der sichtbare Ausschnitt und die Markierungen als eigener DICOM Presentation State (GSPS). Die Datei der Aufnahme bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it shows, such as &apos;effusion left&apos;</source>
        <translation>Was sie zeigt, etwa „Erguss links“</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Nachname, Vorname</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose ...</source>
        <translation>Wählen ...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>DICOM files (*.dcm)</source>
        <translation>DICOM-Dateien (*.dcm)</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Sie braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is a file of this name; choose another.</source>
        <translation>Eine Datei dieses Namens gibt es schon; bitte einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PresetsDialog</name>
    <message>
        <source>Windows of your own</source>
        <translation>Eigene Fenster</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>They stand behind the file&apos;s windows on the keys 1 to 9. A share is one of the automatic window: 0.2 lies a fifth of its width towards the dense.</source>
        <translation>Sie stehen hinter den Fenstern der Datei auf den Tasten 1 bis 9. Ein Anteil bezieht sich auf das automatische Fenster: 0,2 liegt ein Fünftel seiner Breite zum Dichten hin.</translation>
    </message>
    <message>
        <source>Add the window on show</source>
        <translation>Gezeigtes Fenster hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Wie mitgeliefert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>Anteilen</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werten</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be taken here; nothing was changed.</source>
        <translation>&apos;%1&apos; geht hier nicht; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::PrintPreview</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::RectangleKind</name>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Grey values within a rectangle</source>
        <translation>Grauwerte in einem Rechteck</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::RegionKind</name>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Mean %1, SD %2</source>
        <translation>Mittel %1, SD %2</translation>
    </message>
    <message>
        <source>Min %1, max %2</source>
        <translation>Min %1, Max %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::RegionWindowTool</name>
    <message>
        <source>Window of a region</source>
        <translation>Fenster eines Bereichs</translation>
    </message>
    <message>
        <source>Window of a region: drag a rectangle over what you want to see best</source>
        <translation>Fenster eines Bereichs: ein Rechteck über das ziehen, was am besten zu sehen sein soll</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewHeader</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Untersuchung geöffnet</translation>
    </message>
    <message>
        <source>Notes on this file</source>
        <translation>Hinweise zu dieser Datei</translation>
    </message>
    <message>
        <source>Read with these notes:</source>
        <translation>Gelesen mit diesen Hinweisen:</translation>
    </message>
    <message>
        <source>No hanging rule applies, or you hung the films yourself</source>
        <translation>Keine Hängeregel trifft zu, oder Sie haben selbst gehängt</translation>
    </message>
    <message>
        <source>Hung by the rule &apos;%1&apos;</source>
        <translation>Gehängt nach der Regel &apos;%1&apos;</translation>
    </message>
    <message>
        <source>Right click: hanging rules</source>
        <translation>Rechtsklick: Hängeregeln</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>All that the file says of itself</source>
        <translation>Alles, was die Datei von sich sagt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Names hidden</source>
        <translation>Namen verborgen</translation>
    </message>
    <message>
        <source>Picture or page of this film</source>
        <translation>Bild oder Seite dieser Aufnahme</translation>
    </message>
    <message>
        <source>Presentations: no other one is known of this film</source>
        <translation>Darstellungen: zu dieser Aufnahme ist keine andere bekannt</translation>
    </message>
    <message numerus="yes">
        <source>Presentations: %n known of this film</source>
        <translation>
            <numerusform>Darstellungen: %n zu dieser Aufnahme bekannt</numerusform>
            <numerusform>Darstellungen: %n zu dieser Aufnahme bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Next study in the list</source>
        <translation>Nächste Studie der Liste</translation>
    </message>
    <message>
        <source>Previous study in the list</source>
        <translation>Vorige Studie der Liste</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewPage</name>
    <message>
        <source>The model is still being opened.</source>
        <translation>Das Modell wird noch geöffnet.</translation>
    </message>
    <message>
        <source>No study is open. Choose one on the Browse page.</source>
        <translation>Keine Untersuchung geöffnet. Wählen Sie eine auf der Seite Liste.</translation>
    </message>
    <message>
        <source>Not scored: %1</source>
        <translation>Ohne Score: %1</translation>
    </message>
    <message>
        <source>No map: %1</source>
        <translation>Keine Karte: %1</translation>
    </message>
    <message>
        <source>Computing the map</source>
        <translation>Karte wird berechnet</translation>
    </message>
    <message>
        <source>No evidence for this class on this layer</source>
        <translation>Keine Evidenz für diese Klasse in dieser Schicht</translation>
    </message>
    <message>
        <source>Relative to this film&apos;s strongest place</source>
        <translation>Relativ zur stärksten Stelle dieser Aufnahme</translation>
    </message>
    <message>
        <source>A mark could not be kept. %1</source>
        <translation>Eine Markierung konnte nicht bewahrt werden. %1</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>Messungen speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>My window</source>
        <translation>Mein Fenster</translation>
    </message>
    <message>
        <source>Change the rules ...</source>
        <translation>Die Regeln ändern ...</translation>
    </message>
    <message>
        <source>The hanging rules were not taken. %1</source>
        <translation>Die Hängeregeln wurden nicht übernommen. %1</translation>
    </message>
    <message>
        <source>The presentation could not be saved. %1</source>
        <translation>Die Darstellung konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>Save presentation ...</source>
        <translation>Darstellung speichern ...</translation>
    </message>
    <message>
        <source>Open a presentation ...</source>
        <translation>Darstellung öffnen ...</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Open a presentation</source>
        <translation>Darstellung öffnen</translation>
    </message>
    <message>
        <source>DICOM files (*.dcm);;All files (*)</source>
        <translation>DICOM-Dateien (*.dcm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Second window</source>
        <translation>Zweites Fenster</translation>
    </message>
    <message>
        <source>Another verdict came in meanwhile: %1. Yours was not saved; change or save it again to add it as the newer one.</source>
        <translation>Inzwischen kam ein anderes Urteil: %1. Ihres wurde nicht gespeichert; ändern oder speichern Sie es noch einmal, um es als das neuere hinzuzufügen.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewShortcuts</name>
    <message>
        <source>Next film of the study</source>
        <translation>Nächste Aufnahme der Studie</translation>
    </message>
    <message>
        <source>Previous film of the study</source>
        <translation>Vorige Aufnahme der Studie</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Einzelbild</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriges Einzelbild</translation>
    </message>
    <message>
        <source>Play or stop frames</source>
        <translation>Einzelbilder abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Back one step</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Swap two films</source>
        <translation>Zwei Aufnahmen tauschen</translation>
    </message>
    <message>
        <source>Link films</source>
        <translation>Aufnahmen verknüpfen</translation>
    </message>
    <message>
        <source>Second film in place of the first, while held</source>
        <translation>Zweite Aufnahme an Stelle der ersten, solange gehalten</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>Anordnung %1</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Hide or show names</source>
        <translation>Namen verbergen oder zeigen</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Widersprechen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Save and open next unread</source>
        <translation>Sichern und nächste ungelesene öffnen</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>Evidence map: off, outline, heat; held: hidden</source>
        <translation>Evidenzkarte: aus, Umriss, Wärme; gehalten: verborgen</translation>
    </message>
    <message>
        <source>Fold the panel</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Previous in the list</source>
        <translation>Vorige in der Liste</translation>
    </message>
    <message>
        <source>Next in the list</source>
        <translation>Nächste in der Liste</translation>
    </message>
    <message>
        <source>Save presentation</source>
        <translation>Darstellung speichern</translation>
    </message>
    <message>
        <source>Key image: mark it, or no longer</source>
        <translation>Schlüsselbild: markieren oder nicht mehr</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Nächstes Schlüsselbild</translation>
    </message>
    <message>
        <source>Second window</source>
        <translation>Zweites Fenster</translation>
    </message>
    <message>
        <source>Hanging rules</source>
        <translation>Hängeregeln</translation>
    </message>
    <message>
        <source>Open next unread</source>
        <translation>Nächste ungelesene öffnen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ReviewToolBar</name>
    <message>
        <source>Hold for: %1</source>
        <translation>Halten für: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Overlays that the file draws over its film</source>
        <translation>Overlays, die die Datei über ihre Aufnahme zeichnet</translation>
    </message>
    <message>
        <source>Overlays: this film has none</source>
        <translation>Overlays: diese Aufnahme hat keine</translation>
    </message>
    <message>
        <source>Shutter: hides what the file wants hidden</source>
        <translation>Blende: verdeckt, was die Datei verdeckt haben will</translation>
    </message>
    <message>
        <source>Shutter: this film has none</source>
        <translation>Blende: diese Aufnahme hat keine</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::RuleForm</name>
    <message>
        <source>Linked</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>Zoom, place and window go together</source>
        <translation>Vergrößerung, Ausschnitt und Fenster gehen zusammen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::RuleList</name>
    <message>
        <source>Hanging rules</source>
        <translation>Hängeregeln</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>Diese Regel entfernen</translation>
    </message>
    <message>
        <source>Try this rule earlier</source>
        <translation>Diese Regel früher versuchen</translation>
    </message>
    <message>
        <source>Try this rule later</source>
        <translation>Diese Regel später versuchen</translation>
    </message>
    <message>
        <source>Where none can be filled, the first film hangs alone.</source>
        <translation>Lässt sich keine füllen, hängt die erste Aufnahme allein.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1, %2 {1.?}</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::SecondWindow</name>
    <message>
        <source>PleuraScope, second window</source>
        <translation>PleuraScope, zweites Fenster</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>Keine Studie ist geöffnet.</translation>
    </message>
    <message>
        <source>Names hidden</source>
        <translation>Namen verborgen</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ShapeButtons</name>
    <message>
        <source>One film</source>
        <translation>Eine Aufnahme</translation>
    </message>
    <message>
        <source>Two films side by side</source>
        <translation>Zwei Aufnahmen nebeneinander</translation>
    </message>
    <message>
        <source>Two films one above the other</source>
        <translation>Zwei Aufnahmen übereinander</translation>
    </message>
    <message>
        <source>Four films</source>
        <translation>Vier Aufnahmen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::TagTableModel</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>In the other file</source>
        <translation>In der anderen Datei</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::TagsDialog</name>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Tags of %1</source>
        <translation>Tags von %1</translation>
    </message>
    <message>
        <source>Search number, name or value</source>
        <translation>Nummer, Name oder Wert suchen</translation>
    </message>
    <message>
        <source>Compare with ...</source>
        <translation>Vergleichen mit ...</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Andere Datei</translation>
    </message>
    <message>
        <source>File to compare with</source>
        <translation>Datei zum Vergleichen</translation>
    </message>
    <message>
        <source>Elements of the file</source>
        <translation>Elemente der Datei</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>%1 of %2 elements</source>
        <translation>%1 von %2 Elementen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::TextKind</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text: click where it belongs, and type</source>
        <translation>Text: anklicken, wo er hingehört, und tippen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::VerdictPanel</name>
    <message>
        <source>Your verdict</source>
        <translation>Ihr Urteil</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Right side of the patient</source>
        <translation>Rechte Seite des Patienten</translation>
    </message>
    <message>
        <source>Left side of the patient</source>
        <translation>Linke Seite des Patienten</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Beide Seiten</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Kept as you go</source>
        <translation>Wird laufend gesichert</translation>
    </message>
    <message>
        <source>Kept at %1</source>
        <translation>Gesichert um %1</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Save, next unread</source>
        <translation>Sichern, weiter</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::WindowControls</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window: what the file brings, automatic, full range, and your own (1 to 9)</source>
        <translation>Fenster: die der Datei, automatisch, voller Umfang und eigene (1 bis 9)</translation>
    </message>
    <message>
        <source>Min Max</source>
        <translation>Min Max</translation>
    </message>
    <message>
        <source>C W</source>
        <translation>C W</translation>
    </message>
    <message>
        <source>Lowest and highest value of the window; press for centre and width</source>
        <translation>Niedrigster und höchster Wert des Fensters; drücken für Mitte und Breite</translation>
    </message>
    <message>
        <source>Centre and width of the window; press for lowest and highest value</source>
        <translation>Mitte und Breite des Fensters; drücken für niedrigsten und höchsten Wert</translation>
    </message>
    <message>
        <source>Lowest value of the window</source>
        <translation>Niedrigster Wert des Fensters</translation>
    </message>
    <message>
        <source>Window centre</source>
        <translation>Fenstermitte</translation>
    </message>
    <message>
        <source>Highest value of the window</source>
        <translation>Höchster Wert des Fensters</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Fensterbreite</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Windows of your own ...</source>
        <translation>Eigene Fenster ...</translation>
    </message>
    <message>
        <source>Colour film</source>
        <translation>Farbbild</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Type the window</source>
        <translation>Fenster eingeben</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::WindowPreset</name>
    <message>
        <source>File table</source>
        <translation>Tabelle der Datei</translation>
    </message>
    <message>
        <source>File window</source>
        <translation>Fenster der Datei</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Voller Bereich</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Wie gespeichert</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::WindowTool</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window: drag right to widen, up to brighten; Ctrl fine, Shift coarse</source>
        <translation>Fenster: nach rechts breiter, nach oben heller; Strg fein, Umschalt grob</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::review::ZoomTool</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom: drag up to enlarge, down to reduce</source>
        <translation>Zoom: nach oben ziehen vergrößert, nach unten verkleinert</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::AboutDialog</name>
    <message>
        <source>About PleuraScope</source>
        <translation>Über PleuraScope</translation>
    </message>
    <message>
        <source>Review of chest X-rays, with a model&apos;s opinion on pleural effusion and the evidence for it.</source>
        <translation>Befundung von Thoraxaufnahmen mit der Einschätzung eines Modells zum Pleuraerguss und der Evidenz dafür.</translation>
    </message>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation>Forschungssoftware, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Built on Qt, QCustomPlot, DCMTK, OpenCV, LibTorch, SQLite and others; text is set in Inter (SIL Open Font License 1.1).</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung. Gebaut mit Qt, QCustomPlot, DCMTK, OpenCV, LibTorch, SQLite und anderen; die Schrift ist Inter (SIL Open Font License 1.1).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::JobItem</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::KerasSheet</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a Keras model</source>
        <translation>Keras-Modell importieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds a %2 with %n outputs. It does not say all that a score depends on. Answer as the model was trained: a wrong answer gives wrong scores.</source>
        <translation>
            <numerusform>%1 enthält ein %2 mit %n Ausgang. Sie sagt nicht alles, wovon ein Wert abhängt. Antworten Sie so, wie das Modell trainiert wurde: eine falsche Antwort gibt falsche Werte.</numerusform>
            <numerusform>%1 enthält ein %2 mit %n Ausgängen. Sie sagt nicht alles, wovon ein Wert abhängt. Antworten Sie so, wie das Modell trainiert wurde: eine falsche Antwort gibt falsche Werte.</numerusform>
        </translation>
    </message>
    <message>
        <source>-1 to 1 (x / 127.5 - 1)</source>
        <translation>-1 bis 1 (x / 127,5 - 1)</translation>
    </message>
    <message>
        <source>0 to 1 (x / 255)</source>
        <translation>0 bis 1 (x / 255)</translation>
    </message>
    <message>
        <source>0 to 255, unchanged</source>
        <translation>0 bis 255, unverändert</translation>
    </message>
    <message>
        <source>ImageNet&apos;s mean and deviation</source>
        <translation>Mittel und Streuung von ImageNet</translation>
    </message>
    <message>
        <source>The file says so itself.</source>
        <translation>Die Datei sagt es selbst.</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> Pixel</translation>
    </message>
    <message>
        <source>Grey levels</source>
        <translation>Grauwerte</translation>
    </message>
    <message>
        <source>How the values of a film were scaled in training.</source>
        <translation>Wie die Werte einer Aufnahme beim Training skaliert wurden.</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Eingabegröße</translation>
    </message>
    <message>
        <source>Films are resized to a square of this side.</source>
        <translation>Aufnahmen werden auf ein Quadrat dieser Seitenlänge gebracht.</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>Names in the order of the outputs, with commas between. Keras orders folders by the alphabet.</source>
        <translation>Namen in der Reihenfolge der Ausgänge, durch Kommas getrennt. Keras ordnet Ordner nach dem Alphabet.</translation>
    </message>
    <message>
        <source>Score speaks for</source>
        <translation>Wert spricht für</translation>
    </message>
    <message>
        <source>The class that the score and the threshold are about.</source>
        <translation>Die Klasse, um die es bei Wert und Schwelle geht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>The network has %n outputs; name each of them.</source>
        <translation>
            <numerusform>Das Netz hat %n Ausgang; benennen Sie ihn.</numerusform>
            <numerusform>Das Netz hat %n Ausgänge; benennen Sie jeden.</numerusform>
        </translation>
    </message>
    <message>
        <source>An output has no name.</source>
        <translation>Ein Ausgang hat keinen Namen.</translation>
    </message>
    <message>
        <source>Two outputs have the same name.</source>
        <translation>Zwei Ausgänge heißen gleich.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::KeysModel</name>
    <message>
        <source>Browse</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>As it comes: %1</source>
        <translation>Wie mitgeliefert: %1</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>%1 already means &apos;%2&apos; (%3). Nothing was changed.</source>
        <translation>%1 bedeutet schon &apos;%2&apos; (%3). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no key now.</source>
        <translation>&apos;%1&apos; hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>%1 means &apos;%2&apos; now.</source>
        <translation>%1 bedeutet jetzt &apos;%2&apos;.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search by what a key does, or by the key</source>
        <translation>Nach Wirkung oder Taste suchen</translation>
    </message>
    <message>
        <source>Enter or a double click on a key changes it. Single letters are silent while a text field has the focus.</source>
        <translation>Eingabe oder Doppelklick auf eine Taste ändert sie. Einzelne Buchstaben schweigen, solange ein Textfeld den Fokus hat.</translation>
    </message>
    <message>
        <source>All keys as they come</source>
        <translation>Alle Tasten wie mitgeliefert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mouse on a film. %1.</source>
        <translation>Maus auf einer Aufnahme. %1.</translation>
    </message>
    <message>
        <source>All keys are as they come.</source>
        <translation>Alle Tasten sind wie mitgeliefert.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::MainWindow</name>
    <message>
        <source>looking for files</source>
        <translation>Dateien werden gesucht</translation>
    </message>
    <message>
        <source>%1 a second, %2 s left</source>
        <translation>%1 je Sekunde, noch %2 s</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n Thread</numerusform>
            <numerusform>CPU, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>LibTorch got the slow reference BLAS: install libopenblas0-pthread, scores and training are about 35 times slower until then.</source>
        <translation>LibTorch hat die langsame Referenz-BLAS erhalten: Installieren Sie libopenblas0-pthread, bis dahin sind Scores und Training etwa 35-mal langsamer.</translation>
    </message>
    <message>
        <source>Training is running</source>
        <translation>Ein Training läuft</translation>
    </message>
    <message>
        <source>A training run has not ended. Closing stops it; the best epoch so far is kept. Close now?</source>
        <translation>Ein Trainingslauf ist noch nicht zu Ende. Schließen hält ihn an; die bisher beste Epoche bleibt erhalten. Jetzt schließen?</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Import &amp;files...</source>
        <translation>&amp;Dateien importieren...</translation>
    </message>
    <message>
        <source>Import f&amp;older...</source>
        <translation>&amp;Ordner importieren...</translation>
    </message>
    <message>
        <source>&amp;Models...</source>
        <translation>&amp;Modelle...</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Browse</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Befund</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About PleuraScope</source>
        <translation>&amp;Über PleuraScope</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Films (*.dcm *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)</source>
        <translation>Aufnahmen (*.dcm *.png *.jpg *.jpeg *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message numerus="yes">
        <source>LibTorch %1, %2, %n thread(s)</source>
        <translation>
            <numerusform>LibTorch %1, %2, %n Thread</numerusform>
            <numerusform>LibTorch %1, %2, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Test pattern</source>
        <translation>&amp;Testbild</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ModelDetails</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1, blocks %2, cut at %3</source>
        <translation>%1, Blöcke %2, Schnitt bei %3</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 x %1 pixels</source>
        <translation>%1 x %1 Pixel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>uncalibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1, SHA-256 %2</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert an</translation>
    </message>
    <message>
        <source>phantoms only, for demonstration</source>
        <translation>nur Phantomen, zur Demonstration</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>%1 for training, %2 for validation, split by %3</source>
        <translation>%1 für Training, %2 für Validierung, aufgeteilt nach %3</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Validation AUC</source>
        <translation>Validierungs-AUC</translation>
    </message>
    <message>
        <source>%1 at epoch %2</source>
        <translation>%1 in Epoche %2</translation>
    </message>
    <message>
        <source>Start weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>date</comment>
        <translation>d. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>%1, most sensitivity and specificity in validation</source>
        <translation>%1, höchste Sensitivität und Spezifität in der Validierung</translation>
    </message>
    <message numerus="yes">
        <source>calibrated probability, temperature %1 from %n film(s)</source>
        <translation>
            <numerusform>kalibrierte Wahrscheinlichkeit, Temperatur %1 aus %n Aufnahme</numerusform>
            <numerusform>kalibrierte Wahrscheinlichkeit, Temperatur %1 aus %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Validation leaks</source>
        <translation>Validierung undicht</translation>
    </message>
    <message>
        <source>copies of training films were validated on, so the figures say too much</source>
        <translation>an Kopien von Trainingsaufnahmen validiert, die Zahlen versprechen also zu viel</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ModelsDialog</name>
    <message>
        <source>Import model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Use for review</source>
        <translation>Für Befund verwenden</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Used for review</source>
        <translation>Für Befund verwendet</translation>
    </message>
    <message>
        <source>Checking and copying %1</source>
        <translation>%1 wird geprüft und kopiert</translation>
    </message>
    <message>
        <source>%1 is on the shelf.</source>
        <translation>%1 steht im Regal.</translation>
    </message>
    <message>
        <source>Rename model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 is kept: stored scores refer to it, and they must stay explicable.</source>
        <translation>%1 bleibt erhalten: Gespeicherte Scores beziehen sich darauf und müssen erklärbar bleiben.</translation>
    </message>
    <message>
        <source>ImageNet weights</source>
        <translation>ImageNet-Gewichte</translation>
    </message>
    <message>
        <source>No models yet. Drop a .psmodel or Keras file here, or import one. A finished training run can also be used for review.</source>
        <translation>Noch keine Modelle. Ziehen Sie eine .psmodel- oder Keras-Datei hierher oder importieren Sie eine. Auch ein beendeter Trainingslauf kann zur Befundung verwendet werden.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Models (*.psmodel *.h5 *.hdf5 *.keras)</source>
        <translation>Modelle (*.psmodel *.h5 *.hdf5 *.keras)</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::NoticeBanner</name>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation>Forschungssoftware, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>PleuraScope is for research and teaching. It is not a medical device: scores and maps can be wrong, and no decision about a patient may rest on them.</source>
        <translation>PleuraScope dient Forschung und Lehre. Es ist kein Medizinprodukt: Scores und Karten können falsch sein, und keine Entscheidung über einen Patienten darf sich darauf stützen.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::Rail</name>
    <message>
        <source>Browse</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::RefusedFilesDialog</name>
    <message>
        <source>Choose a file to see what can be done about it.</source>
        <translation>Wählen Sie eine Datei, um zu sehen, was zu tun ist.</translation>
    </message>
    <message>
        <source>Files set aside</source>
        <translation>Beiseitegelegte Dateien</translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>These files were not imported. None of them was changed.</source>
        <translation>Diese Dateien wurden nicht importiert. Keine wurde verändert.</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation>Die Liste wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::RefusedFilesModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Smooth (Lanczos)</source>
        <translation>Glatt (Lanczos)</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Quadrate</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Study and view</source>
        <translation>Studie und Projektion</translation>
    </message>
    <message>
        <source>Window and zoom</source>
        <translation>Fenster und Zoom</translation>
    </message>
    <message>
        <source>Spacing and size</source>
        <translation>Pixelabstand und Größe</translation>
    </message>
    <message>
        <source>Mouse on films</source>
        <translation>Maus auf Aufnahmen</translation>
    </message>
    <message>
        <source>Enlarged film pixels</source>
        <translation>Vergrößerte Filmpixel</translation>
    </message>
    <message>
        <source>Notes on films</source>
        <translation>Angaben auf Aufnahmen</translation>
    </message>
    <message>
        <source>The text size changes at the next start.</source>
        <translation>Die Schriftgröße ändert sich beim nächsten Start.</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Nachname, Vorname</translation>
    </message>
    <message>
        <source>Stands in what you measure, mark and save</source>
        <translation>Steht in dem, was Sie messen, markieren und speichern</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Sides of the patient</source>
        <translation>Seiten des Patienten</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::ShelfModel</name>
    <message>
        <source>%1, used for review</source>
        <translation>%1, für Befund verwendet</translation>
    </message>
    <message>
        <source>Demonstration, trained on phantoms only</source>
        <translation>Demonstration, nur an Phantomen trainiert</translation>
    </message>
    <message numerus="yes">
        <source>%n training film(s)</source>
        <translation>
            <numerusform>%n Trainingsaufnahme</numerusform>
            <numerusform>%n Trainingsaufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Validation AUC %1</source>
        <translation>Validierungs-AUC %1</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::StatusStrip</name>
    <message>
        <source>Importing</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message numerus="yes">
        <source>Scoring, %n film(s) left</source>
        <translation>
            <numerusform>Bewertung, noch %n Aufnahme</numerusform>
            <numerusform>Bewertung, noch %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation>
            <numerusform>%n Datei beiseitegelegt</numerusform>
            <numerusform>%n Dateien beiseitegelegt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::TestPattern</name>
    <message>
        <source>Test pattern</source>
        <translation>Testbild</translation>
    </message>
    <message>
        <source>Test pattern for the screen</source>
        <translation>Testbild für den Bildschirm</translation>
    </message>
    <message>
        <source>Every square must be seen, in the black and in the white, too; lines must be sharp.
Below each level: cd/m² by the DICOM standard function for black %1 (Left, Right) and white %2 (Up, Down). Escape closes.</source>
        <translation>Jedes Quadrat muss zu sehen sein, auch im Schwarzen und im Weißen; Linien müssen scharf sein.
Unter jeder Stufe: cd/m² nach der DICOM-Standardfunktion für Schwarz %1 (Links, Rechts) und Weiß %2 (Oben, Unten). Escape schließt.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::shell::WeightsSheet</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>I have the file</source>
        <translation>Ich habe die Datei</translation>
    </message>
    <message>
        <source>ImageNet weights</source>
        <translation>ImageNet-Gewichte</translation>
    </message>
    <message>
        <source>Training starts from weights that were learned on ImageNet. They do not come with this program. It can fetch them from where Keras publishes them, or take a file that you have; both are verified.</source>
        <translation>Das Training beginnt mit Gewichten, die auf ImageNet gelernt wurden. Sie werden nicht mitgeliefert. Das Programm kann sie dort holen, wo Keras sie veröffentlicht, oder eine Datei nehmen, die Sie haben; beides wird geprüft.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Here: %1. Choose it as weights on the Train page.</source>
        <translation>Vorhanden: %1. Wählen Sie sie auf der Trainingsseite als Gewichte.</translation>
    </message>
    <message>
        <source>Not here yet.</source>
        <translation>Noch nicht vorhanden.</translation>
    </message>
    <message>
        <source>Keras weights (*.h5)</source>
        <translation>Keras-Gewichte (*.h5)</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::ChartGrid</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Precision, %1</source>
        <translation>Präzision, %1</translation>
    </message>
    <message>
        <source>Recall, %1</source>
        <translation>Sensitivität, %1</translation>
    </message>
    <message>
        <source>best %1 at epoch %2</source>
        <translation>beste %1 in Epoche %2</translation>
    </message>
    <message>
        <source>validation leaks</source>
        <translation>Validierung undicht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::ChartLegend</name>
    <message>
        <source>Follow newest</source>
        <translation>Neuesten folgen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Show the whole run as it grows; a double click on a chart does the same</source>
        <translation>Den ganzen Lauf zeigen, während er wächst; ein Doppelklick auf ein Diagramm tut dasselbe</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::CurvePlot</name>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::Method</name>
    <message>
        <source>A number above 0, at most 1.</source>
        <translation>Eine Zahl über 0, höchstens 1.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::MethodForm</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Fine-tuning, optimizer, copies of films</source>
        <translation>Feinabstimmung, Optimierer, Kopien von Aufnahmen</translation>
    </message>
    <message>
        <source>head alone</source>
        <translation>nur der Kopf</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>gewichtet</translation>
    </message>
    <message>
        <source>oversampled</source>
        <translation>aufgefüllt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Train from</source>
        <translation>Trainieren ab</translation>
    </message>
    <message>
        <source>Stage from which on the backbone is trained too. What lies below is passed once and kept.</source>
        <translation>Stufe, ab der auch der Rumpf trainiert wird. Was darunter liegt, wird einmal durchlaufen und aufgehoben.</translation>
    </message>
    <message>
        <source>Its rate</source>
        <translation>Deren Rate</translation>
    </message>
    <message>
        <source>Learning rate of the backbone, usually far below the head&apos;s.</source>
        <translation>Lernrate des Rumpfes, meist weit unter der des Kopfes.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>AdamW is Adam with weight decay of its own.</source>
        <translation>AdamW ist Adam mit eigenem Gewichtsabbau.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabbau</translation>
    </message>
    <message>
        <source>Used by AdamW.</source>
        <translation>Wird von AdamW benutzt.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How learning rates fall. Step: a tenth after half of the epochs, a hundredth after three quarters.</source>
        <translation>Wie die Lernraten fallen. Stufen: ein Zehntel nach der Hälfte der Epochen, ein Hundertstel nach drei Vierteln.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Epochs in which learning rates grow from zero.</source>
        <translation>Epochen, in denen die Lernraten von null an wachsen.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Share of each label that is spread over all classes.</source>
        <translation>Anteil jedes Befunds, der auf alle Klassen verteilt wird.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>How classes of different size are evened out.</source>
        <translation>Wie verschieden große Klassen ausgeglichen werden.</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>Früh beenden</translation>
    </message>
    <message>
        <source>After so many epochs without a better validation AUC. 0: never.</source>
        <translation>Nach so vielen Epochen ohne bessere Validierungs-AUC. 0: nie.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>as the notebook</source>
        <translation>wie das Notebook</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>fresh each epoch</source>
        <translation>neu je Epoche</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>ausgelost</translation>
    </message>
    <message>
        <source>film alone</source>
        <translation>Aufnahme allein</translation>
    </message>
    <message>
        <source>film and mirror</source>
        <translation>Aufnahme und Spiegel</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Training films are copied with small rotations. Validation films never are.</source>
        <translation>Trainingsaufnahmen werden mit kleinen Drehungen kopiert, Validierungsaufnahmen nie.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstehen</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Training films are shown in a mirror as well, which swaps left and right. Drawn: one of the two each epoch.</source>
        <translation>Trainingsaufnahmen werden auch gespiegelt gezeigt, was links und rechts vertauscht. Ausgelost: eins von beiden je Epoche.</translation>
    </message>
    <message>
        <source>Opinion on</source>
        <translation>Urteil über</translation>
    </message>
    <message>
        <source>The model may average over a film and its mirror image; an opinion then takes twice as long.</source>
        <translation>Das Modell kann über eine Aufnahme und ihr Spiegelbild mitteln; ein Urteil dauert dann doppelt so lange.</translation>
    </message>
    <message>
        <source>Head alone</source>
        <translation>Nur der Kopf</translation>
    </message>
    <message>
        <source>From %1 on</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>gespiegelt</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>last epoch</source>
        <translation>letzte Epoche</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Epoch whose weights the model has. The best is the one of the highest validation AUC.</source>
        <translation>Epoche, deren Gewichte das Modell hat. Die beste ist die mit der höchsten Validierungs-AUC.</translation>
    </message>
    <message>
        <source>one drawn each epoch</source>
        <translation>je Epoche eine gezogen</translation>
    </message>
    <message>
        <source>Fixed: once, before training. Fresh: each epoch shows new copies. Drawn: of each film an epoch shows itself or one of its fixed copies.</source>
        <translation>Fest: einmal, vor dem Training. Neu: jede Epoche zeigt neue Kopien. Gezogen: von jeder Aufnahme zeigt eine Epoche sie selbst oder eine ihrer festen Kopien.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::PhantomButton</name>
    <message>
        <source>Draws a small data set of phantom films and fills in a recipe that trains on it in a minute or two</source>
        <translation>Zeichnet einen kleinen Datensatz aus Phantomaufnahmen und trägt ein Rezept ein, das in ein bis zwei Minuten daran trainiert</translation>
    </message>
    <message>
        <source>Drawing %1 of %2</source>
        <translation>%1 von %2 gezeichnet</translation>
    </message>
    <message>
        <source>Try with phantoms</source>
        <translation>Mit Phantomen probieren</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::Recipe</name>
    <message>
        <source>Choose a folder of films.</source>
        <translation>Wählen Sie einen Ordner mit Aufnahmen.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Name a layer.</source>
        <translation>Nennen Sie eine Schicht.</translation>
    </message>
    <message>
        <source>Widths such as 512, 128, each 1 to 8192.</source>
        <translation>Breiten wie 512, 128, jede von 1 bis 8192.</translation>
    </message>
    <message>
        <source>Shares such as 0.5, 0.3, each from 0 to below 1.</source>
        <translation>Anteile wie 0.5, 0.3, jeder von 0 bis unter 1.</translation>
    </message>
    <message>
        <source>One share for each width of the head.</source>
        <translation>Ein Anteil für jede Breite des Kopfes.</translation>
    </message>
    <message>
        <source>A number above 0, at most 1.</source>
        <translation>Eine Zahl über 0, höchstens 1.</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RecipeForm</name>
    <message>
        <source>Films</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Choose a folder of films</source>
        <translation>Ordner mit Aufnahmen wählen</translation>
    </message>
    <message>
        <source>Choose a table of labels</source>
        <translation>Tabelle der Klassen wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>one folder a class</source>
        <translation>ein Ordner je Klasse</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>effusion, or the last</source>
        <translation>effusion oder die letzte</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Folder with the films. A labels.csv in it is found by itself.</source>
        <translation>Ordner mit den Aufnahmen. Eine labels.csv darin wird von selbst gefunden.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Table with the columns path and label, and patient_id where it is known. Empty: each sub-folder is a class.</source>
        <translation>Tabelle mit den Spalten path und label, dazu patient_id, wo bekannt. Leer: Jeder Unterordner ist eine Klasse.</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Patient: nobody has films on both sides. Image: films are dealt singly, and validation may leak.</source>
        <translation>Patient: Niemand hat Aufnahmen auf beiden Seiten. Bild: Aufnahmen werden einzeln verteilt, die Validierung kann undicht sein.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Share of the films that is held back to check the model.</source>
        <translation>Anteil der Aufnahmen, der zur Prüfung des Modells zurückbehalten wird.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same split and the same run.</source>
        <translation>Derselbe Startwert gibt dieselbe Aufteilung und denselben Lauf.</translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation>Positive Klasse</translation>
    </message>
    <message>
        <source>The class that a score speaks for. Empty: effusion, else the last by name.</source>
        <translation>Die Klasse, für die ein Score spricht. Leer: effusion, sonst die letzte nach Namen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>ResNet50V2</source>
        <translation>ResNet50V2</translation>
    </message>
    <message>
        <source>Narrow, for phantoms</source>
        <translation>Schmal, für Phantome</translation>
    </message>
    <message>
        <source>Choose backbone weights</source>
        <translation>Gewichte des Rumpfes wählen</translation>
    </message>
    <message>
        <source>Keras weights (*.h5 *.hdf5)</source>
        <translation>Keras-Gewichte (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>-1 to 1 (tf)</source>
        <translation>-1 bis 1 (tf)</translation>
    </message>
    <message>
        <source>0 to 1 (unit)</source>
        <translation>0 bis 1 (unit)</translation>
    </message>
    <message>
        <source>0 to 255 (none)</source>
        <translation>0 bis 255 (none)</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>ResNet50V2 for films, with weights from a file. The narrow one is trained whole.</source>
        <translation>ResNet50V2 für Aufnahmen, mit Gewichten aus einer Datei. Das schmale wird ganz trainiert.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Keras .h5 file of the backbone. Empty: random.</source>
        <translation>Keras-.h5-Datei des Rumpfes. Leer: zufällig.</translation>
    </message>
    <message>
        <source>Cut at</source>
        <translation>Schnitt bei</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Widths of the hidden layers, separated by commas.</source>
        <translation>Breiten der verdeckten Schichten, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>One share for each hidden layer, with decimal points, separated by commas.</source>
        <translation>Ein Anteil für jede verdeckte Schicht, mit Dezimalpunkt, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Side of the square that a film is scaled to.</source>
        <translation>Seite des Quadrats, auf das eine Aufnahme skaliert wird.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Range of the grey values that the network is given. Weights of keras.applications want tf.</source>
        <translation>Bereich der Grauwerte, die das Netz erhält. Gewichte aus keras.applications verlangen tf.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How often every film is seen. The best epoch is kept.</source>
        <translation>Wie oft jede Aufnahme gesehen wird. Die beste Epoche bleibt erhalten.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Films in one step.</source>
        <translation>Aufnahmen in einem Schritt.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>own values</source>
        <translation>eigene Werte</translation>
    </message>
    <message>
        <source>best known</source>
        <translation>bestes bekanntes</translation>
    </message>
    <message>
        <source>notebook, split first</source>
        <translation>Notebook, erst geteilt</translation>
    </message>
    <message>
        <source>notebook as published</source>
        <translation>Notebook im Original</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Fills the fields below, which may then be changed.</source>
        <translation>Füllt die Felder darunter, die dann geändert werden können.</translation>
    </message>
    <message>
        <source>Image, as Keras</source>
        <translation>Bild, wie Keras</translation>
    </message>
    <message>
        <source>Layer whose output the head is trained on. &apos;deepest&apos;: the last one that the weights reach.</source>
        <translation>Schicht, auf deren Ausgabe der Kopf trainiert wird. „deepest“: die letzte, bis zu der die Gewichte reichen.</translation>
    </message>
    <message>
        <source>The head&apos;s step, usually 0.001 or less.</source>
        <translation>Schritt des Kopfes, meist 0.001 oder weniger.</translation>
    </message>
    <message>
        <source>Copies of training films are validated on: every validation figure says too much.</source>
        <translation>Kopien von Trainingsaufnahmen stehen in der Validierung: jede Validierungszahl sagt zu viel.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RecipePanel</name>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunListModel</name>
    <message>
        <source>no model, %1 epochs</source>
        <translation>kein Modell, %1 Epochen</translation>
    </message>
    <message>
        <source>best epoch %1 of %2</source>
        <translation>beste Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1, validation AUC %2, %3</source>
        <translation>%1, Validierungs-AUC %2, %3</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>validation leaks</source>
        <translation>Validierung undicht</translation>
    </message>
    <message>
        <source>paused after epoch %1 of %2</source>
        <translation>angehalten nach Epoche %1 von %2</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunStatus</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop after the batch at hand; the best epoch so far is kept</source>
        <translation>Nach dem laufenden Stapel anhalten; die bisher beste Epoche bleibt erhalten</translation>
    </message>
    <message>
        <source>Go on after the last whole epoch, as if there had been no pause</source>
        <translation>Nach der letzten ganzen Epoche weiter, als hätte es keine Pause gegeben</translation>
    </message>
    <message>
        <source>Stop after the batch at hand, to go on later; the epoch at hand is done again</source>
        <translation>Nach dem laufenden Stapel anhalten, um später fortzufahren; die laufende Epoche wird wiederholt</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunSummary</name>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Validation AUC</source>
        <translation>Validierungs-AUC</translation>
    </message>
    <message>
        <source>Training films</source>
        <translation>Trainingsaufnahmen</translation>
    </message>
    <message>
        <source>Validation films</source>
        <translation>Validierungsaufnahmen</translation>
    </message>
    <message>
        <source>Backbone weights</source>
        <translation>Gewichte des Rumpfes</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 positive</source>
        <translation>%1, davon %2 positiv</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::RunsPanel</name>
    <message>
        <source>Finished runs</source>
        <translation>Beendete Läufe</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>Validierungs-AUC</translation>
    </message>
    <message>
        <source>No run has ended yet.</source>
        <translation>Noch ist kein Lauf beendet.</translation>
    </message>
    <message>
        <source>Use this model for review</source>
        <translation>Dieses Modell für den Befund verwenden</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>This run left no model.</source>
        <translation>Dieser Lauf hat kein Modell hinterlassen.</translation>
    </message>
    <message>
        <source>Ready when a run has ended and is chosen.</source>
        <translation>Bereit, sobald ein Lauf beendet und gewählt ist.</translation>
    </message>
    <message>
        <source>Continue this run</source>
        <translation>Diesen Lauf fortsetzen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::StageBar</name>
    <message>
        <source>Films</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::train::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The learning module is still being opened.</source>
        <translation>Das Lernmodul wird noch geöffnet.</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>Kein Lauf</translation>
    </message>
    <message>
        <source>Choose a data set and start, or look at a finished run.</source>
        <translation>Wählen Sie einen Datensatz und starten Sie, oder sehen Sie sich einen beendeten Lauf an.</translation>
    </message>
    <message>
        <source>A classifier&apos;s head on a pretrained backbone</source>
        <translation>Kopf eines Klassifikators auf vortrainiertem Rumpf</translation>
    </message>
    <message>
        <source>No phantoms</source>
        <translation>Keine Phantome</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, %1 Threads</translation>
    </message>
    <message>
        <source>Locked while a run goes on.</source>
        <translation>Gesperrt, solange ein Lauf geht.</translation>
    </message>
    <message>
        <source>Reading the data set</source>
        <translation>Datensatz wird gelesen</translation>
    </message>
    <message>
        <source>Stopping; the best epoch so far is kept</source>
        <translation>Wird angehalten; die bisher beste Epoche bleibt erhalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Looking at every film once</source>
        <translation>Jede Aufnahme wird einmal angesehen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stopped. Epoch %1 is kept, validation AUC %2</source>
        <translation>Angehalten. Epoche %1 bleibt erhalten, Validierungs-AUC %2</translation>
    </message>
    <message>
        <source>Finished. Epoch %1 is kept, validation AUC %2</source>
        <translation>Beendet. Epoche %1 bleibt erhalten, Validierungs-AUC %2</translation>
    </message>
    <message>
        <source>Stopped before the first epoch ended; nothing is kept</source>
        <translation>Vor dem Ende der ersten Epoche angehalten; nichts bleibt erhalten</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message>
        <source>Finished earlier</source>
        <translation>Früher beendet</translation>
    </message>
    <message>
        <source>%1 films a second</source>
        <translation>%1 Aufnahmen je Sekunde</translation>
    </message>
    <message>
        <source>%1 batches a second</source>
        <translation>%1 Stapel je Sekunde</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The machine and the finished runs, in place of the recipe</source>
        <translation>Der Rechner und die beendeten Läufe, anstelle des Rezepts</translation>
    </message>
    <message>
        <source>Not finished; it can be continued</source>
        <translation>Nicht beendet; er kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Pausing after the batch at hand</source>
        <translation>Wird nach dem laufenden Stapel angehalten</translation>
    </message>
    <message>
        <source>Paused after epoch %1 of %2</source>
        <translation>Angehalten nach Epoche %1 von %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pause, continue</source>
        <translation>Pause, weiter</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::widgets::KeyBindings</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rück</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::widgets::Notice</name>
    <message>
        <source>Research software, not for diagnosis</source>
        <translation>Forschungssoftware, nicht zur Diagnose</translation>
    </message>
</context>
<context>
    <name>pleurascope::ui::widgets::ScoreBar</name>
    <message>
        <source>Score %1, threshold %2</source>
        <translation>Score %1, Schwelle %2</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Kein Score</translation>
    </message>
</context>
</TS>
