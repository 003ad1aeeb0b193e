package fr.appui.web.home;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.outreach.LineCheckLedger;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.Alert;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequestDesk;
import fr.appui.planning.life.StandingAlerts;
import fr.appui.planning.life.WishCampaign;
import fr.appui.planning.life.WishCampaignDesk;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.rota.Coverage;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotasRead;
import fr.appui.web.home.Matter.Urgency;
import fr.appui.web.page.FrenchText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the duties to come: hours that nobody holds, presence not confirmed, a quarter not published. */
@ApplicationScoped
class RotaMatters {

    /** Further than any duty under way began, in any time zone. */
    private static final int DAYS_BACK = 3;

    private static final int DAYS_AHEAD = 30;
    private static final int MOST_DATES = 6;
    private static final int MOST_ALERTS = 20;
    private static final int MOST_UNCONFIRMED = 5;
    private static final Duration VERY_SOON = Duration.ofDays(2);
    private static final Duration LONGEST_DUTY = Duration.ofHours(25);
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(10);

    private final PublishedRotas rotas;
    private final LineCheckLedger checks;
    private final StandingAlerts alerts;
    private final NoticeBook notices;
    private final ReplacementRequestDesk requests;
    private final WishCampaignDesk campaigns;
    private final Directory directory;

    RotaMatters(
            PublishedRotas rotas,
            LineCheckLedger checks,
            StandingAlerts alerts,
            NoticeBook notices,
            ReplacementRequestDesk requests,
            WishCampaignDesk campaigns,
            Directory directory) {
        this.campaigns = campaigns;
        this.requests = requests;
        this.notices = notices;
        this.rotas = rotas;
        this.checks = checks;
        this.alerts = alerts;
        this.directory = directory;
    }

    /**
     * In a few questions, however many territories there are.
     *
     * @param followed whose hours are looked at @param coordinated of whose people something is told, too
     */
    Read read(Reach followed, Reach coordinated, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<WishCampaignDesk.View> asking = campaigns.current(coordinated);
        LocalDate last = Stream.concat(
                        Stream.of(
                                today.plusDays(DAYS_AHEAD + 1L),
                                Quarter.of(today.plusDays(1)).next().first()),
                        asking.stream().map(view -> view.campaign().quarter().first()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Read(
                now,
                directory.read(followed),
                rotas.read(followed, today.minusDays(DAYS_BACK), last),
                byTerritory(checks.unconfirmed(coordinated, now.minus(LONGEST_DUTY)), HeldDuty::territory),
                byTerritory(requests.open(coordinated), ReplacementRequest::territory),
                byTerritory(asking, view -> view.campaign().territory()),
                notices.stuck(coordinated, now.minus(LONGEST_SENDING), MOST_ALERTS),
                alerts.of(coordinated));
    }

    private static <T> Map<TerritoryCode, List<T>> byTerritory(List<T> all, Function<T, TerritoryCode> territory) {
        return all.stream().collect(Collectors.groupingBy(territory));
    }

    /** What was read of several territories: the rest only looks it up. */
    record Read(
            Instant now,
            DirectoryRead directory,
            RotasRead rotas,
            Map<TerritoryCode, List<HeldDuty>> unconfirmed,
            Map<TerritoryCode, List<ReplacementRequest>> requests,
            Map<TerritoryCode, List<WishCampaignDesk.View>> campaigns,
            Map<TerritoryCode, List<NoticeBook.Told>> stuck,
            Map<TerritoryCode, List<Alert.Raised>> alerts) {

        /** For whoever follows the territory. */
        List<Matter> coverage(Territory territory) {
            var matters = new ArrayList<Matter>();
            gaps(territory).ifPresent(matters::add);
            unplanned(territory).ifPresent(matters::add);
            return matters;
        }

        /** For the coordination alone: they name people. */
        List<Matter> people(Territory territory) {
            var matters = new ArrayList<Matter>();
            of(territory, unconfirmed).stream()
                    .filter(duty -> stillHolds(territory, duty))
                    .limit(MOST_UNCONFIRMED)
                    .map(duty -> new Matter(
                            Urgency.NOW,
                            name(duty.physician()) + " n’a pas confirmé être joignable pour l’astreinte du "
                                    + FrenchText.day(duty.date()) + ".",
                            "Qui appeler",
                            tonight(territory.code(), duty.date())))
                    .forEach(matters::add);
            of(territory, requests).stream()
                    .limit(MOST_ALERTS)
                    .map(request -> asked(
                            request,
                            name(request.giver()),
                            request.date().isBefore(LocalDate.ofInstant(now.plus(VERY_SOON), territory.timeZone()))))
                    .forEach(matters::add);
            of(territory, campaigns).stream()
                    .flatMap(view -> wishes(territory, view).stream())
                    .forEach(matters::add);
            unsent(territory).ifPresent(matters::add);
            List<Alert> raised =
                    of(territory, alerts).stream().map(Alert.Raised::alert).toList();
            raised.stream()
                    .filter(alert -> alert.kind().asksForReplacement())
                    .limit(MOST_ALERTS)
                    .map(alert -> new Matter(
                            Urgency.SOON,
                            alert.sentence(),
                            "Remplacer",
                            "/planning/" + territory.code() + "/remplacement"))
                    .forEach(matters::add);
            raised.stream()
                    .filter(alert -> alert.kind() == Alert.Kind.RULE_BROKEN)
                    .limit(MOST_ALERTS)
                    .map(alert -> new Matter(
                            Urgency.SOON,
                            alert.sentence(),
                            "Voir les alertes",
                            "/planning/" + territory.code() + "#alertes"))
                    .forEach(matters::add);
            return matters;
        }

        /** Until the quarter is published, or all have answered. */
        private Optional<Matter> wishes(Territory territory, WishCampaignDesk.View view) {
            WishCampaign campaign = view.campaign();
            if (view.waitedFor().isEmpty()
                    || rotas.inForce(territory.code(), campaign.quarter()).isPresent()) {
                return Optional.empty();
            }
            boolean late = campaign.deadline().isBefore(LocalDate.ofInstant(now, territory.timeZone()));
            return Optional.of(new Matter(
                    late ? Urgency.SOON : Urgency.KNOWN,
                    "Souhaits du " + campaign.quarter().label() + " : " + view.answered() + " sur "
                            + view.asked().size() + " ont répondu ; l’échéance " + (late ? "était" : "est") + " le "
                            + FrenchDate.of(campaign.deadline()) + ".",
                    late ? "Relancer" : "Voir qui",
                    "/planning/" + territory.code() + "/souhaits?trimestre=" + campaign.quarter()));
        }

        /** Whoever was replaced since, or whose duty is over, is waited for no more. */
        private boolean stillHolds(Territory territory, HeldDuty duty) {
            return rotas.days(territory.code(), duty.date(), duty.date()).stream()
                    .flatMap(day -> day.stretches().stream())
                    .filter(stretch -> stretch.end().isAfter(now))
                    .flatMap(stretch -> stretch.ladder().stream())
                    .anyMatch(holding -> holding.physician().equals(Optional.of(duty.physician())));
        }

        private Optional<Matter> gaps(Territory territory) {
            LocalDate today = LocalDate.ofInstant(now, territory.timeZone());
            List<Coverage.Gap> gaps =
                    Coverage.gaps(rotas.days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD))).stream()
                            .filter(gap -> gap.end().isAfter(now))
                            .toList();
            if (gaps.isEmpty()) {
                return Optional.empty();
            }
            List<LocalDate> dates =
                    gaps.stream().map(gap -> gap.window().date()).distinct().toList();
            boolean verySoon = gaps.getFirst().start().isBefore(now.plus(VERY_SOON));
            LocalDate first = dates.getFirst();
            return Optional.of(new Matter(
                    verySoon ? Urgency.NOW : Urgency.SOON,
                    said(dates),
                    verySoon ? "Trouver quelqu’un" : "Placer un médecin",
                    verySoon ? tonight(territory.code(), first) : placing(territory.code(), first)));
        }

        /** Nobody counts as told whose message nobody took, whatever it was about. */
        private Optional<Matter> unsent(Territory territory) {
            List<NoticeBook.Told> waiting = of(territory, stuck);
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            String people = waiting.stream()
                    .map(told -> name(told.physician()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            String why = waiting.stream()
                    .map(NoticeBook.Told::reason)
                    .filter(reason -> !reason.isEmpty())
                    .findFirst()
                    .map(reason -> " (" + reason + ")")
                    .orElse("");
            return Optional.of(new Matter(
                    Urgency.NOW,
                    "Leur message n’est pas parti : " + people + why + ".",
                    "Voir les messages",
                    "/planning/" + territory.code() + "/messages"));
        }

        /** A quarter that begins soon, for which the territory promises hours and nothing is published. */
        private Optional<Matter> unplanned(Territory territory) {
            Quarter next =
                    Quarter.of(LocalDate.ofInstant(now, territory.timeZone())).next();
            boolean promised = rotas.calendar(territory.code())
                    .flatMap(calendar -> calendar.window(next.last()))
                    .isPresent();
            return promised && rotas.inForce(territory.code(), next).isEmpty()
                    ? Optional.of(new Matter(
                            Urgency.SOON,
                            "Le planning du " + next.label() + ", qui commence le " + FrenchDate.of(next.first())
                                    + ", n’est pas publié.",
                            "Le préparer",
                            "/planning/" + territory.code() + "/" + next))
                    : Optional.empty();
        }

        private String name(PhysicianId physician) {
            return directory
                    .physician(physician)
                    .map(found -> found.name().titled())
                    .orElse("Le médecin d’astreinte");
        }

        private static <T> List<T> of(Territory territory, Map<TerritoryCode, List<T>> all) {
            return all.getOrDefault(territory.code(), List.of());
        }
    }

    /** Whoever asked to be replaced holds the duty until somebody accepts. « Ce soir » replaces the first rung and no other. */
    static Matter asked(ReplacementRequest request, String giver, boolean verySoon) {
        boolean first = request.rung() == DutyRung.FIRST;
        return new Matter(
                verySoon ? Urgency.NOW : Urgency.SOON,
                giver + " ne peut plus assurer l’" + request.rung().duty() + " du " + FrenchText.day(request.date())
                        + " : " + answers(request) + ".",
                first ? "Qui appeler" : "Placer un médecin",
                first ? tonight(request.territory(), request.date()) : placing(request.territory(), request.date()));
    }

    private static String tonight(TerritoryCode territory, LocalDate date) {
        return "/planning/" + territory + "/ce-soir?date=" + date;
    }

    private static String placing(TerritoryCode territory, LocalDate date) {
        return "/planning/" + territory + "/" + Quarter.of(date) + "?date=" + date + "#placer";
    }

    private static String answers(ReplacementRequest request) {
        int asked = request.asked().size();
        int declined = request.who(ReplacementRequest.Answer.DECLINED).size();
        if (asked == 0) {
            return "aucun autre médecin ne remplit les conditions";
        }
        String people = asked == 1 ? "un médecin sollicité" : asked + " médecins sollicités";
        return declined == asked
                ? people + ", aucun ne peut"
                : people
                        + (declined == 0
                                ? ""
                                : ", " + declined + " ne " + (declined == 1 ? "peut" : "peuvent") + " pas")
                        + ", personne n’a encore accepté";
    }

    static String said(List<LocalDate> dates) {
        String shown =
                dates.stream().limit(MOST_DATES).map(FrenchText::shortDay).collect(Collectors.joining(", "));
        int more = Math.max(0, dates.size() - MOST_DATES);
        return (dates.size() == 1 ? "Une plage sans médecin : " : dates.size() + " plages sans médecin : ")
                + shown
                + (more == 0 ? "." : more == 1 ? " et une autre." : " et " + more + " autres.");
    }
}
