package fr.appui.retention.store;

import fr.appui.french.WholeCharacters;
import fr.appui.retention.RetentionBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredRetentionBook implements RetentionBook {

    private static final int LONGEST_PROBLEM = 300;

    @Override
    public Map<String, Run> runs() {
        return RetentionRunRow.<RetentionRunRow>listAll().stream()
                .collect(Collectors.toMap(
                        row -> row.name,
                        row -> new Run(
                                row.lastRunAt, row.lastErased, row.totalErased, Optional.ofNullable(row.problem))));
    }

    @Override
    public void note(String name, Instant at, int erased, Optional<String> problem) {
        RetentionRunRow row =
                RetentionRunRow.<RetentionRunRow>findByIdOptional(name).orElseGet(RetentionRunRow::new);
        row.name = name;
        row.lastRunAt = at;
        row.lastErased = erased;
        row.totalErased += erased;
        row.problem = problem.map(text -> WholeCharacters.first(LONGEST_PROBLEM, text))
                .orElse(null);
        row.persist();
    }
}
