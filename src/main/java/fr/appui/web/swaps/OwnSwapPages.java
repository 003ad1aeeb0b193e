package fr.appui.web.swaps;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WholeCharacters;
import fr.appui.french.WrittenValue;
import fr.appui.planning.life.SwapAnswer;
import fr.appui.planning.life.SwapDesk;
import fr.appui.planning.life.SwapOffer;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.Problem;
import fr.appui.web.Uuids;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Swaps between colleagues: propose one, answer those received, see what came of them. */
@Path("/mes-echanges")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OwnSwapPages {

    private static final int MOST_SHOWN = 50;
    private static final int LONGEST_REASON = 400;

    private final SwapDesk desk;
    private final SwapChoices choices;
    private final OwnPhysician own;
    private final Directory directory;
    private final Clock clock;

    OwnSwapPages(SwapDesk desk, SwapChoices choices, OwnPhysician own, Directory directory, Clock clock) {
        this.desk = desk;
        this.choices = choices;
        this.own = own;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * An offer as this physician reads it.
     *
     * @param gives what they would leave, {@code takes} what they would hold
     * @param from a moment within the one date, for a takeover in mid-duty
     */
    record Line(
            UUID id,
            String other,
            String territory,
            List<LocalDate> gives,
            List<LocalDate> takes,
            @Nullable ZonedDateTime from,
            String reason,
            SwapOffer.Status status,
            ZonedDateTime expires) {}

    record Offers(List<Line> received, List<Line> sent, List<Line> past, String said, String error) {

        public boolean isEmpty() {
            return received.isEmpty() && sent.isEmpty() && past.isEmpty();
        }
    }

    /**
     * @param colleagues who may hold what is offered; as long as nothing is, one of the duties to come
     * @param with the colleague chosen; absent, the page asks for one
     */
    record Proposal(
            Territory territory,
            List<SwapChoices.Held> mine,
            List<Physician> colleagues,
            @Nullable Physician with,
            List<SwapChoices.Held> theirs,
            SwapEntry entry,
            List<String> refusals) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance echanges(Offers offers);

        static native TemplateInstance proposer(Proposal proposal);
    }

    @GET
    public TemplateInstance offers(@RestQuery @DefaultValue("") String fait) {
        String said = switch (fait) {
            case "propose" -> "L’échange est proposé. Un courriel part à votre collègue.";
            case "accepte" -> "L’échange est fait. Le planning et les agendas sont à jour.";
            case "retire" -> "La proposition est retirée. Un courriel part à votre collègue.";
            case "refuse" -> "L’échange est refusé. Le planning ne change pas.";
            default -> "";
        };
        return page(said, "");
    }

    @GET
    @Path("proposer")
    public TemplateInstance form(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String date,
            @RestQuery @DefaultValue("") String avec) {
        var entry = new SwapEntry();
        entry.avec = avec;
        entry.donne = WrittenValue.isNothing(date) ? List.of() : List.of(date);
        return proposal(territory(territoire), entry, List.of());
    }

    @POST
    @Path("proposer")
    public Response propose(@BeanParam SwapEntry entry) {
        Territory territory = territory(entry.territoire);
        if (choices.colleagues(territory, own.get().id()).stream()
                .noneMatch(one -> one.id().toString().equals(entry.avec))) {
            return refused(territory, entry, List.of("avec qui : choisir un collègue de la liste"));
        }
        try {
            var terms = entry.terms(own.get().id(), territory.timeZone());
            return switch (desk.propose(territory.code(), terms, act(entry.raison, "échange proposé"))) {
                case SwapAnswer.Done done -> done("propose");
                case SwapAnswer.Refused refused -> refused(territory, entry, refused.reasons());
                case SwapAnswer.NotTheirs none -> throw Problem.notFound(SwapAnswer.NotTheirs.WHY);
                case SwapAnswer.Senseless senseless -> refused(territory, entry, List.of(senseless.why()));
            };
        } catch (InvalidInput unreadable) {
            return refused(territory, entry, List.of(unreadable.sentence()));
        }
    }

    @POST
    @Path("{swap}/acceptation")
    public Response accept(@RestPath String swap) {
        return told(desk.accept(id(swap), own.get().id(), act("", "échange accepté")), "accepte");
    }

    @POST
    @Path("{swap}/refus")
    public Response decline(@RestPath String swap, @RestForm @DefaultValue("") String raison) {
        return told(desk.decline(id(swap), own.get().id(), act(raison, "échange refusé")), "refuse");
    }

    @POST
    @Path("{swap}/retrait")
    public Response withdraw(@RestPath String swap) {
        return told(desk.withdraw(id(swap), own.get().id(), act("", "échange retiré")), "retire");
    }

    private Response told(SwapAnswer answer, String done) {
        return switch (answer) {
            case SwapAnswer.Done kept -> done(done);
            case SwapAnswer.Refused refused -> conflict(String.join(" ", refused.reasons()));
            case SwapAnswer.NotTheirs none -> throw Problem.notFound(SwapAnswer.NotTheirs.WHY);
            case SwapAnswer.Senseless senseless -> conflict(senseless.why());
        };
    }

    private Response conflict(String why) {
        return Response.status(Response.Status.CONFLICT).entity(page("", why)).build();
    }

    private Response refused(Territory territory, SwapEntry entry, List<String> reasons) {
        return Response.status(Response.Status.CONFLICT)
                .entity(proposal(territory, entry, reasons))
                .build();
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/mes-echanges?fait=" + what)).build();
    }

    private TemplateInstance page(String said, String error) {
        PhysicianId me = own.get().id();
        List<SwapOffer> all = desk.page(me, Reach.EVERYWHERE, 0, MOST_SHOWN);
        Predicate<SwapOffer> open = offer ->
                offer.status() == SwapOffer.Status.PROPOSED && offer.expiresAt().isAfter(clock.instant());
        Predicate<SwapOffer> mine = offer -> offer.terms().proposer().equals(me);
        return Templates.echanges(new Offers(
                lines(all, me, open.and(mine.negate())),
                lines(all, me, open.and(mine)),
                lines(all, me, open.negate()),
                said,
                error));
    }

    private List<Line> lines(List<SwapOffer> offers, PhysicianId me, Predicate<SwapOffer> which) {
        return offers.stream().filter(which).map(offer -> line(offer, me)).toList();
    }

    private Line line(SwapOffer offer, PhysicianId me) {
        SwapOffer.Terms terms = offer.terms();
        boolean proposed = terms.proposer().equals(me);
        Territory territory = directory.territory(offer.territory()).orElseThrow();
        return new Line(
                offer.id(),
                name(proposed ? terms.other() : terms.proposer()),
                territory.name(),
                List.copyOf(proposed ? terms.given() : terms.taken()),
                List.copyOf(proposed ? terms.taken() : terms.given()),
                terms.from().map(from -> from.atZone(territory.timeZone())).orElse(null),
                offer.act().reason(),
                offer.status(),
                offer.expiresAt().atZone(territory.timeZone()));
    }

    private TemplateInstance proposal(Territory territory, SwapEntry entry, List<String> refusals) {
        PhysicianId me = own.get().id();
        List<SwapChoices.Held> held = choices.duties(territory);
        List<SwapChoices.Held> mine =
                held.stream().filter(duty -> duty.holder().equals(me)).toList();
        List<LocalDate> offered = mine.stream()
                .map(SwapChoices.Held::date)
                .filter(date -> entry.donne.contains(date.toString()))
                .toList();
        List<Physician> able = choices.colleagues(territory, me);
        Optional<Physician> with = able.stream()
                .filter(one -> one.id().toString().equals(entry.avec))
                .findFirst();
        entry.territoire = territory.code().value();
        return Templates.proposer(new Proposal(
                territory,
                mine,
                offered.isEmpty() ? able : choices.colleagues(territory, me, offered),
                with.orElse(null),
                held.stream()
                        .filter(duty -> with.filter(one -> one.id().equals(duty.holder()))
                                        .isPresent()
                                && !duty.now())
                        .toList(),
                entry,
                refusals));
    }

    /** One of theirs; the first when none is named. */
    private Territory territory(String code) {
        List<Territory> practised = own.territories(own.get());
        return practised.stream()
                .filter(territory ->
                        WrittenValue.isNothing(code) || territory.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Vous n’exercez pas sur ce territoire."));
    }

    private static UUID id(String swap) {
        return Uuids.read(swap).orElseThrow(() -> Problem.notFound(SwapAnswer.NotTheirs.WHY));
    }

    private Act act(String reason, String otherwise) {
        return new Act(
                own.login(),
                WrittenValue.isNothing(reason) ? otherwise : cut(reason),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private String name(PhysicianId physician) {
        return directory
                .physician(physician)
                .map(known -> known.name().titled())
                .orElse("un médecin qui n’est plus à l’annuaire");
    }

    private static String cut(String text) {
        return WholeCharacters.first(LONGEST_REASON, WrittenValue.of(text));
    }
}
