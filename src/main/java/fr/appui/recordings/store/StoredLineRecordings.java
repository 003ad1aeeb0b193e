package fr.appui.recordings.store;

import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.recordings.LineRecordings;
import fr.appui.recordings.RecordingSet;
import fr.appui.recordings.Sound;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredLineRecordings implements LineRecordings {

    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    StoredLineRecordings(Directory directory, Audit audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Kept> of(TerritoryCode territory) {
        return LineRecordingRow.<LineRecordingRow>list("id.territory", Sort.by("id.prompt"), territory.value()).stream()
                .map(LineRecordingRow::toKept)
                .toList();
    }

    @Override
    public Optional<Kept> of(TerritoryCode territory, String prompt) {
        return LineRecordingRow.<LineRecordingRow>findByIdOptional(key(territory, prompt))
                .map(LineRecordingRow::toKept);
    }

    @Override
    public void put(TerritoryCode territory, String prompt, Sound sound, String by) {
        LineRecordingRow.put(
                key(territory, prompt), sound.alaw(), RecordingSet.sha256(sound.alaw()), clock.instant(), by);
        audit.record(
                by,
                "recording.put",
                territory + " " + prompt,
                "Enregistrement de studio mis pour l’annonce « %s », %.1f s.".formatted(prompt, sound.seconds()));
    }

    @Override
    public boolean remove(TerritoryCode territory, String prompt, String by) {
        LineRecordingRow row = LineRecordingRow.findById(key(territory, prompt), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return false;
        }
        row.delete();
        audit.record(by, "recording.removed", territory + " " + prompt, "L’annonce livrée est de nouveau jouée.");
        return true;
    }

    @Override
    public RecordingSet set() {
        Map<String, byte[]> files = new HashMap<>();
        for (LineRecordingRow row : LineRecordingRow.<LineRecordingRow>listAll()) {
            directory
                    .territory(new TerritoryCode(row.id.territory()))
                    .flatMap(territory -> territory.line().map(SupportLine::number))
                    .ifPresent(
                            line -> files.put(RecordingSet.path(line.e164().substring(1), row.id.prompt()), row.sound));
        }
        return new RecordingSet(files);
    }

    private static LineRecordingRow.Key key(TerritoryCode territory, String prompt) {
        return new LineRecordingRow.Key(territory.value(), prompt);
    }
}
