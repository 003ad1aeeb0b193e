package fr.appui.web.signin;

import fr.appui.access.Access;
import fr.appui.access.Account;
import fr.appui.access.Act;
import fr.appui.access.Person;
import fr.appui.access.Thing;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.ClientAddress;
import fr.appui.web.Problem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The person of this request, and what {@link Access} says of them and of what they ask for. */
@RequestScoped
public class Visitor {

    /** Says to the audit log what was refused, where the answer does not show it. */
    private static final String REFUSED = "appui.refused";

    private final Access access;
    private final SecurityIdentity identity;
    private final RoutingContext context;
    private final ClientAddress address;

    Visitor(Access access, SecurityIdentity identity, RoutingContext context, ClientAddress address) {
        this.access = access;
        this.identity = identity;
        this.context = context;
        this.address = address;
    }

    public Optional<Person> person() {
        return Optional.ofNullable(identity.getAttribute(SignInMechanism.PERSON_ATTRIBUTE));
    }

    /** For a resource behind {@code @RolesAllowed}. */
    public Person signedIn() {
        return person().orElseThrow(ForbiddenException::new);
    }

    public boolean may(Act act, Thing thing) {
        return access.allows(signedIn(), act, thing);
    }

    /** Refuses openly: whether the thing exists is no secret, or was not looked up. */
    public void require(Act act, Thing thing) {
        if (!may(act, thing)) {
            throw new ForbiddenException();
        }
    }

    /** Refuses as if there were no such thing. @param unknown what is answered when there is none */
    public void requireSight(Act act, Thing thing, Problem.Refused unknown) {
        if (!may(act, thing)) {
            context.put(REFUSED, act.name());
            throw unknown;
        }
    }

    /** The act that was refused as if its object did not exist. */
    public Optional<String> refusedUnseen() {
        return Optional.ofNullable(context.get(REFUSED));
    }

    /** The territories where the act is allowed. */
    public Reach reach(Act act) {
        return access.reach(signedIn(), act);
    }

    /** Those of {@code territories} where the act is allowed. */
    public <T> List<T> reachable(List<T> territories, Function<T, TerritoryCode> code, Act act) {
        return territories.stream()
                .filter(territory -> may(act, new Thing.Place(code.apply(territory))))
                .toList();
    }

    /** Where they see what is a physician's: everywhere what is their own, else what they coordinate. */
    public Reach reachFor(PhysicianId physician) {
        return isPhysician(physician) ? Reach.EVERYWHERE : reach(Act.COORDINATE);
    }

    public boolean isPhysician(PhysicianId physician) {
        return person().flatMap(Person::physician).filter(physician::equals).isPresent();
    }

    /** The address the request came from; behind a proxy, the one the proxy vouches for. */
    public String address() {
        return address.of(context.request());
    }

    Optional<Account> account() {
        return entered().map(SignIn.Entered::account);
    }

    /** Empty for a program. */
    Optional<SignIn.Entered> entered() {
        return Optional.ofNullable(identity.getAttribute(SignInMechanism.ENTERED_ATTRIBUTE));
    }

    /** Until when this session is kept for a duty. */
    public Optional<Instant> keptUntil() {
        return entered().flatMap(found -> found.session().keptUntil());
    }
}
