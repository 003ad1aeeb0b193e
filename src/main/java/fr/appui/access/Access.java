package fr.appui.access;

import fr.appui.directory.Directory;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who may do what to which object; nothing else does. Each grant is asked alone: two of them never allow together what
 * neither allows.
 */
@ApplicationScoped
public class Access {

    private final Directory directory;

    Access(Directory directory) {
        this.directory = directory;
    }

    public boolean allows(Person who, Act act, Thing thing) {
        return who.grants().stream()
                .filter(grant -> grant.holdsOneOf(act.roles()))
                .anyMatch(grant -> grant.isPhysicians()
                        ? who.physician()
                                .filter(own -> isOwn(own, grant, thing))
                                .isPresent()
                        : covers(grant, thing));
    }

    /** The territories where the act is allowed: lists are asked for within them. */
    public Reach reach(Person who, Act act) {
        Set<TerritoryCode> reached = new HashSet<>();
        for (Grant grant : who.grants()) {
            if (!grant.holdsOneOf(act.roles())) {
                continue;
            }
            if (grant.isPhysicians()) {
                who.physician().map(this::practised).ifPresent(reached::addAll);
            } else if (grant.territory().isEmpty()) {
                return Reach.EVERYWHERE;
            } else {
                reached.add(grant.territory().get());
            }
        }
        return Reach.of(reached);
    }

    /** What a physician may do by being that physician. */
    private boolean isOwn(PhysicianId own, Grant grant, Thing thing) {
        return switch (thing) {
            case Thing.Place(TerritoryCode code) -> grant.isOver(code) && practises(own, code);
            case Thing.PhysicianFile(PhysicianId physician) -> physician.equals(own);
            case Thing.PersonalData(PhysicianId physician) -> physician.equals(own);
            case Thing.PhysicianAt(PhysicianId physician, TerritoryCode territory) ->
                physician.equals(own) && grant.isOver(territory) && practises(own, territory);
            case Thing.Colleague(PhysicianId physician, TerritoryCode territory) ->
                practises(own, territory) && practises(physician, territory);
            case Thing.Call call -> call.answeredBy().filter(own::equals).isPresent();
            case Thing.EstablishmentSheet sheet -> false;
            case Thing.Installation all -> false;
        };
    }

    /** What a grant over a territory, or over all, opens to who keeps, follows or asks. */
    private boolean covers(Grant grant, Thing thing) {
        if (grant.territory().isEmpty()) {
            return true;
        }
        TerritoryCode mine = grant.territory().get();
        return switch (thing) {
            case Thing.Place(TerritoryCode code) -> code.equals(mine) && !isRegion(code);
            case Thing.PhysicianFile(PhysicianId physician) -> practises(physician, mine);
            case Thing.PhysicianAt(PhysicianId physician, TerritoryCode territory) ->
                territory.equals(mine) && practises(physician, territory);
            case Thing.Colleague(PhysicianId physician, TerritoryCode territory) ->
                territory.equals(mine) && practises(physician, territory);
            case Thing.Call call -> call.territory().filter(mine::equals).isPresent();
            case Thing.EstablishmentSheet(Finess finess) -> {
                Set<TerritoryCode> bound = boundTo(finess);
                yield bound.isEmpty() || bound.contains(mine);
            }
            case Thing.PersonalData data -> false;
            case Thing.Installation all -> false;
        };
    }

    private boolean practises(PhysicianId physician, TerritoryCode territory) {
        return practised(physician).contains(territory);
    }

    /** Where they practise or practised. */
    private Set<TerritoryCode> practised(PhysicianId physician) {
        return directory.physician(physician).stream()
                .flatMap(known -> known.career().territories().stream())
                .collect(Collectors.toSet());
    }

    /** No territory itself, but the beginning of the codes of some. */
    private boolean isRegion(TerritoryCode code) {
        List<TerritoryCode> all = directory.territoryCodes();
        return !all.contains(code) && all.stream().anyMatch(territory -> territory.isIn(code.value()));
    }

    /** The territories whose host or partner it is. */
    private Set<TerritoryCode> boundTo(Finess finess) {
        return directory.territories().stream()
                .filter(territory -> territory.host().filter(finess::equals).isPresent()
                        || directory.partners(territory.code()).map(Partners::agreements).orElse(List.of()).stream()
                                .anyMatch(agreement -> agreement.partner().equals(finess)
                                        || agreement.host().equals(finess)))
                .map(Territory::code)
                .collect(Collectors.toSet());
    }
}
