package fr.appui.web.reports;

import fr.appui.directory.Joinings;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.kit.Diffusion;
import fr.appui.indicators.kit.Diffusion.Contact;
import fr.appui.indicators.kit.Diffusion.Kind;
import fr.appui.indicators.kit.Diffusion.Listed;
import fr.appui.indicators.kit.Kits;
import fr.appui.indicators.report.Reports;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.LineProblem;
import fr.appui.planning.feed.TableFile;
import fr.appui.trace.CallParties;
import fr.appui.trace.TraceSettings;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To whom a territory's poster goes: the list, its file, the sendings, and who never called. */
@ApplicationScoped
class DiffusionDesk {

    private static final List<String> REQUIRED = List.of("nature", "nom", "mail");
    private static final int LONGEST_NAME = 160;
    private static final int MOST_ASKED = 1_000;

    private static final String CHOOSE_A_KIND =
            "choisir parmi " + Stream.of(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));

    private final Diffusion diffusion;
    private final Kits kits;
    private final CallParties parties;
    private final Joinings joinings;
    private final Reports reports;
    private final TraceSettings trace;
    private final Visitor visitor;
    private final Clock clock;

    DiffusionDesk(
            Diffusion diffusion,
            Kits kits,
            CallParties parties,
            Joinings joinings,
            Reports reports,
            TraceSettings trace,
            Visitor visitor,
            Clock clock) {
        this.joinings = joinings;
        this.reports = reports;
        this.diffusion = diffusion;
        this.kits = kits;
        this.parties = parties;
        this.trace = trace;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param called whether anybody called from its number since then; empty where it has none */
    record Line(Listed listed, Optional<Boolean> called) {}

    /** @param problems of each line @param written whether anything was */
    public record Import(boolean written, int contacts, List<LineProblem> problems) {}

    List<Line> lines(String code) {
        List<Listed> all = diffusion.of(known(code), poster(code).orElse(""));
        Set<PhoneNumber> called = called(known(code), all);
        return all.stream()
                .map(listed -> new Line(listed, listed.contact().phone().map(called::contains)))
                .toList();
    }

    /** Also when it was to the line that theirs was joined to, or before. */
    private Set<PhoneNumber> called(TerritoryCode territory, List<Listed> all) {
        List<PhoneNumber> numbers = all.stream()
                .flatMap(listed -> listed.contact().phone().stream())
                .distinct()
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), reports.zone(territory.value()));
        List<TerritoryCode> lines = joinings.together(territory, today);
        Set<PhoneNumber> called = new HashSet<>();
        for (int from = 0; from < numbers.size(); from += MOST_ASKED) {
            called.addAll(
                    parties.calledFrom(lines, numbers.subList(from, Math.min(from + MOST_ASKED, numbers.size()))));
        }
        return called;
    }

    /** Since when callers' numbers are known: before that nobody can tell who called. */
    Instant since() {
        return clock.instant().minus(trace.numbersKept());
    }

    /** The digest of the present poster; empty while the territory lacks something that it says. */
    Optional<String> poster(String code) {
        return kits.of(Territories.code(code))
                .filter(Kits.Answer.Ready.class::isInstance)
                .map(ready -> ((Kits.Answer.Ready) ready).notice().digest());
    }

    /** All of the file or nothing. @param dryRun only to see what is wrong */
    Import read(String code, byte @Nullable [] file, boolean dryRun) {
        TerritoryCode territory = known(code);
        Imported<Contact> read = contacts(file == null ? new byte[0] : file);
        List<LineProblem> problems = new ArrayList<>(read.problems());
        if (problems.isEmpty() && known(code, read.values()) > Diffusion.MOST) {
            problems.add(new LineProblem(
                    1, "", "la liste dépasserait " + Diffusion.MOST + " adresses ; en retirer avant d’en ajouter"));
        }
        boolean written = problems.isEmpty() && !dryRun;
        if (written) {
            diffusion.keep(territory, read.values(), visitor.signedIn().login());
        }
        return new Import(written, read.values().size(), problems);
    }

    /** A list of a place that is none would be shown nowhere. */
    private TerritoryCode known(String code) {
        TerritoryCode territory = Territories.code(code);
        if (kits.of(territory).isEmpty()) {
            throw Territories.unknown(code);
        }
        return territory;
    }

    private long known(String code, List<Contact> more) {
        return Stream.concat(diffusion.of(known(code), "").stream().map(listed -> listed.contact()), more.stream())
                .map(Contact::mail)
                .distinct()
                .count();
    }

    private static Imported<Contact> contacts(byte[] file) {
        Imported<TableFile.Line> table = TableFile.read(file, REQUIRED);
        List<Contact> contacts = new ArrayList<>();
        List<LineProblem> problems = new ArrayList<>(table.problems());
        Set<MailAddress> seen = new HashSet<>();
        for (TableFile.Line line : table.values()) {
            int before = problems.size();
            Optional<Kind> kind = kind(line, problems);
            Optional<MailAddress> mail = cell(line, "mail", MailAddress::new, problems);
            Optional<PhoneNumber> phone = line.cell("telephone").isEmpty()
                    ? Optional.empty()
                    : cell(line, "telephone", PhoneNumber::parse, problems);
            String name = line.cell("nom");
            if (WrittenValue.isNothing(name) || name.length() > LONGEST_NAME) {
                problems.add(
                        new LineProblem(line.number(), "nom", "nom : écrire de 1 à " + LONGEST_NAME + " caractères"));
            }
            mail.filter(address -> !seen.add(address))
                    .ifPresent(twice -> problems.add(new LineProblem(
                            line.number(),
                            "mail",
                            "mail : il figure déjà plus haut dans le fichier ; garder une ligne")));
            if (problems.size() == before) {
                contacts.add(new Contact(kind.orElseThrow(), name, mail.orElseThrow(), phone));
            }
        }
        return new Imported<>(contacts, problems);
    }

    private static Optional<Kind> kind(TableFile.Line line, List<LineProblem> problems) {
        String written = TableFile.plain(line.cell("nature"));
        Optional<Kind> kind = Stream.of(Kind.values())
                .filter(value -> TableFile.plain(value.label()).equals(written)
                        || TableFile.plain(value.name()).equals(written))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add(new LineProblem(
                    line.number(),
                    "nature",
                    "nature : " + WrittenValue.refused(line.cell("nature"), "n’est pas prévue", CHOOSE_A_KIND)));
        }
        return kind;
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

    /** @return how many messages were queued by this act */
    int send(String code, List<String> kinds, boolean unknownToo) {
        List<FieldError> errors = new ArrayList<>();
        List<Kind> chosen = kinds.stream()
                .flatMap(text -> Stream.of(Kind.values())
                        .filter(kind -> kind.name().equals(text))
                        .findFirst()
                        .or(() -> {
                            errors.add(new FieldError(
                                    "kinds", WrittenValue.refused(text, "n’est pas une nature connue", CHOOSE_A_KIND)));
                            return Optional.empty();
                        })
                        .stream())
                .distinct()
                .toList();
        if (errors.isEmpty() && chosen.isEmpty()) {
            errors.add(new FieldError("kinds", "choisir au moins une nature de destinataires"));
        }
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        String poster = poster(code)
                .orElseThrow(
                        () -> Problem.conflict(
                                "support-incomplet",
                                "L’affiche ne peut pas encore être envoyée : complétez la page du territoire, dans l’annuaire."));
        return diffusion.queue(
                known(code), chosen, poster, unknownToo, visitor.signedIn().login());
    }

    void remove(String code, long contact) {
        if (!diffusion.remove(known(code), contact)) {
            throw Problem.notFound("Cette adresse n’est pas dans la liste de diffusion.");
        }
    }
}
