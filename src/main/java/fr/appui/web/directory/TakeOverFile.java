package fr.appui.web.directory;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TakeOver;
import fr.appui.directory.TakeOvers;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.LineProblem;
import fr.appui.planning.feed.TableFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The file of who may take over, read whole or not at all; what page and API share. */
@ApplicationScoped
class TakeOverFile {

    private static final List<String> REQUIRED = List.of("nature", "nom", "telephone", "du", "au");

    private final TakeOvers takeOvers;

    TakeOverFile(TakeOvers takeOvers) {
        this.takeOvers = takeOvers;
    }

    /** @param problems of each line; nothing was written where there is one */
    public record Result(int services, List<LineProblem> problems) {}

    List<TakeOver> of(Territory territory) {
        return takeOvers.of(territory.code());
    }

    Result read(Territory territory, byte[] content, String by) {
        Imported<TakeOver> read = read(content);
        if (read.problems().isEmpty()) {
            takeOvers.replace(territory.code(), read.values(), by);
        }
        return new Result(read.values().size(), read.problems());
    }

    static Imported<TakeOver> read(byte[] content) {
        Imported<TableFile.Line> table = TableFile.read(content, REQUIRED);
        List<LineProblem> problems = new ArrayList<>(table.problems());
        List<TakeOver> services = new ArrayList<>();
        for (TableFile.Line line : table.values()) {
            Optional<TakeOver.Kind> kind = cell(line, "nature", TakeOverFile::kind, problems);
            Optional<PhoneNumber> phone = cell(line, "telephone", PhoneNumber::parse, problems);
            Optional<LocalDate> from = cell(line, "du", WrittenDate::read, problems);
            Optional<LocalDate> to = cell(line, "au", WrittenDate::read, problems);
            if (kind.isPresent() && phone.isPresent() && from.isPresent() && to.isPresent()) {
                cell(line, "nom", name -> new TakeOver(kind.get(), name, phone.get(), from.get(), to.get()), problems)
                        .ifPresent(services::add);
            }
        }
        if (services.size() > TakeOvers.MOST) {
            problems.add(new LineProblem(1, "", "le fichier dépasse " + TakeOvers.MOST + " services ; en retirer"));
        }
        return new Imported<>(services, problems);
    }

    private static TakeOver.Kind kind(String text) {
        try {
            return TakeOver.Kind.valueOf(WrittenValue.of(text));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("nature : choisir HAD, EMSP ou USP", unknown);
        }
    }

    private static <T> Optional<T> cell(
            TableFile.Line line, String column, Function<String, T> reading, List<LineProblem> problems) {
        try {
            return Optional.of(reading.apply(line.cell(column)));
        } catch (InvalidInput unreadable) {
            problems.add(new LineProblem(line.number(), column, unreadable.sentence()));
            return Optional.empty();
        }
    }
}
