package fr.appui.web.directory;

import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.Brought;
import fr.appui.directory.Establishment;
import fr.appui.directory.Physician;
import fr.appui.directory.Written;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.LineProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Files of the directory: tried without writing, then written whole or not at all. */
@ApplicationScoped
class DirectoryImportDesk {

    enum Kind {
        PHYSICIANS,
        ESTABLISHMENTS
    }

    private static final String CHANGED_MEANWHILE =
            "quelqu’un a modifié une de ces fiches pendant la lecture du fichier ; rien n’est écrit, recommencer";

    /** @param lines understood @param written whether they were kept */
    record Result(int lines, boolean written, List<LineProblem> problems) {}

    private final DirectoryFile files;
    private final DirectoryDesk desk;

    DirectoryImportDesk(DirectoryFile files, DirectoryDesk desk) {
        this.files = files;
        this.desk = desk;
    }

    Result run(Kind kind, byte[] content, boolean trial, String by) {
        return switch (kind) {
            case PHYSICIANS -> {
                Imported<Brought<Physician>> read = files.physicians(content);
                yield result(read, trial, () -> desk.keepAll(List.of(), read.values(), by));
            }
            case ESTABLISHMENTS -> {
                Imported<Brought<Establishment>> read = files.establishments(content);
                yield result(read, trial, () -> desk.keepAll(read.values(), List.of(), by));
            }
        };
    }

    private static Result result(Imported<?> read, boolean trial, java.util.function.Supplier<Written> write) {
        if (!read.isSound() || trial) {
            return new Result(read.values().size(), false, read.problems());
        }
        return switch (write.get()) {
            case Written.Kept kept -> new Result(read.values().size(), true, List.of());
            case Written.Refused refused ->
                new Result(read.values().size(), false, List.of(new LineProblem(1, refused.field(), refused.why())));
            case Written.Stale stale ->
                new Result(read.values().size(), false, List.of(new LineProblem(1, "", CHANGED_MEANWHILE)));
            case Written.Unknown unknown -> throw new IllegalStateException("a file adds what is not known");
        };
    }
}
