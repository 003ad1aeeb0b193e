package fr.appui.web.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Joinings;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenMoment;
import fr.appui.french.WrittenValue;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.SamuFile;
import fr.appui.trace.SamuFiles;
import fr.appui.trace.SamuFiles.Noted;
import fr.appui.trace.SamuFiles.Noting;
import fr.appui.trace.TermKind;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SAMU's or SAS's own file numbers, noted and read back by whoever noted them. */
@ApplicationScoped
class TransferDesk {

    private static final int MOST_SHOWN = 100;

    /** A number noted later would be kept longer than the caller's. */
    private static final Duration NOTED_WITHIN = Duration.ofHours(24);

    private final SamuFiles files;
    private final Outcomes outcomes;
    private final NomenclatureShelf shelf;
    private final Directory directory;
    private final Joinings joinings;
    private final Visitor visitor;
    private final Clock clock;
    private final NotingPace pace = new NotingPace();

    TransferDesk(
            SamuFiles files,
            Outcomes outcomes,
            NomenclatureShelf shelf,
            Directory directory,
            Joinings joinings,
            Visitor visitor,
            Clock clock) {
        this.files = files;
        this.outcomes = outcomes;
        this.shelf = shelf;
        this.directory = directory;
        this.joinings = joinings;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** A term of the nomenclature that the sheet was written with. */
    public record Said(String code, String label) {}

    /** What the physician validated. Neither the physician nor a free text is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Advice(
            OffsetDateTime writtenAt,
            List<Said> motives,
            List<Said> orientations,
            @Nullable AdviceNature nature) {}

    /** @param ending absent while the call goes on @param outcome absent until the physician validated the sheet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transfer(
            String call,
            String territory,
            OffsetDateTime receivedAt,
            String file,
            @Nullable Ending ending,
            @Nullable Advice outcome) {}

    /** @param at empty for now */
    Transfer note(String code, String written, String at) {
        Territory territory = known(code);
        List<TerritoryCode> lines = lines(territory);
        Instant now = clock.instant();
        if (!pace.allows(author(), now)) {
            throw Problem.conflict(
                    "samu-file",
                    "Trop de numéros de dossier en une heure (" + NotingPace.MOST
                            + " au plus) ; recommencer plus tard.");
        }
        SamuFile file = file(written, LocalDate.ofInstant(now, territory.timeZone()));
        Instant transferred = WrittenValue.isNothing(at) ? now : instant(at);
        if (transferred.isBefore(now.minus(NOTED_WITHIN)) || transferred.isAfter(now.plus(NOTED_WITHIN))) {
            throw Problem.badRequest("at", "un numéro de dossier se note dans les 24 heures de l’appel");
        }
        if (lines.isEmpty()) {
            throw Problem.conflict(
                    "samu-file",
                    "Ce territoire ne garde pas de numéro de dossier du SAMU : un réglage de sa ligne l’ouvre. Ou une autre ligne"
                            + " répond pour lui, et il faut aussi le droit de la sienne.");
        }
        return switch (files.note(lines, transferred, file, author())) {
            case Noting.Kept(Noted noted) -> told(noted);
            case Noting.NoSuchCall none ->
                throw Problem.notFound(
                        "Aucun appel transféré par un SAMU ou un SAS à cet instant, ou un autre l’a noté, ou plusieurs l’ont été :"
                                + " donner dans « at » l’heure du transfert à dix secondes près.");
        };
    }

    List<Transfer> mine(String code) {
        return files.notedBy(author(), lines(known(code)), MOST_SHOWN).stream()
                .map(this::told)
                .toList();
    }

    void forget(String call) {
        if (!files.forget(new CallId(call), author())) {
            throw Problem.notFound("Vous n’avez noté aucun numéro de dossier sur cet appel.");
        }
    }

    private String author() {
        return visitor.signedIn().login();
    }

    private Territory known(String code) {
        if (WrittenValue.isNothing(code)) {
            throw Problem.badRequest("territory", "donner le code du territoire dont la ligne a reçu l’appel");
        }
        Problem.Refused unknown = Problem.notFound("Aucun territoire ne correspond à « " + code + " ».");
        Territory territory = directory.territories().stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown);
        visitor.requireSight(Act.NOTE_TRANSFERS, new Thing.Place(territory.code()), unknown);
        return territory;
    }

    /**
     * Of those that the same line answers for, the ones that allow it and where the author has the right: a call is told under the one that
     * answered.
     */
    private List<TerritoryCode> lines(Territory asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), asked.timeZone());
        return joinings.together(asked.code(), today).stream()
                .filter(code -> visitor.may(Act.NOTE_TRANSFERS, new Thing.Place(code)))
                .filter(code -> directory
                        .territory(code)
                        .filter(known -> known.rules().keepsSamuFiles())
                        .isPresent())
                .toList();
    }

    private static SamuFile file(String written, LocalDate today) {
        return Problem.read("file", written, text -> SamuFile.parse(text, today));
    }

    private static Instant instant(String at) {
        return Problem.read("at", at, WrittenMoment::read);
    }

    private Transfer told(Noted noted) {
        var zone = directory.territory(noted.territory()).orElseThrow().timeZone();
        return new Transfer(
                noted.call().value(),
                noted.territory().value(),
                noted.received().atZone(zone).toOffsetDateTime(),
                noted.file().number(),
                noted.ending().orElse(null),
                outcomes.latest(noted.call())
                        .filter(sheet -> sheet.status() == OutcomeStatus.FINAL)
                        .map(sheet -> advice(sheet, zone))
                        .orElse(null));
    }

    private Advice advice(OutcomeRevision sheet, ZoneId zone) {
        Optional<Nomenclature> terms = shelf.all().version(sheet.nomenclature());
        return new Advice(
                sheet.at().atZone(zone).toOffsetDateTime(),
                said(terms, TermKind.MOTIVE, sheet.outcome().motives()),
                said(terms, TermKind.ORIENTATION, sheet.outcome().orientations()),
                sheet.outcome().nature().orElse(null));
    }

    private static List<Said> said(Optional<Nomenclature> terms, TermKind kind, List<String> codes) {
        return codes.stream()
                .map(code -> new Said(
                        code, terms.map(known -> known.label(kind, code)).orElse(code)))
                .toList();
    }
}
