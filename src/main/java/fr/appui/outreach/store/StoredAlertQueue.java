package fr.appui.outreach.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.outreach.Alert;
import fr.appui.outreach.AlertQueue;
import fr.appui.outreach.Messenger;
import fr.appui.outreach.SentAlerts;
import fr.appui.sms.SentMessages;
import fr.appui.trace.CallEvent;
import fr.appui.trace.Journal;
import fr.appui.trace.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredAlertQueue implements AlertQueue, SentAlerts, SentMessages, Receipts {

    private static final int MOST = 50;
    private static final int LONGEST_PROBLEM = 500;
    private static final Duration GATEWAYS_NAME_COUNTS = Duration.ofDays(3);
    private static final String NAMED = " where channel = 'SMS' and (id = ?2 or gatewayId = ?3 and sentAtMs > ?4)"
            + " and tries > 0 and deliveredAtMs is null";
    private static final String OPEN = "sentAtMs is null and givenUpAtMs is null";

    private final Journal journal;

    StoredAlertQueue(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void add(List<Alert> alerts, Instant now) {
        alerts.forEach(alert -> AlertRow.of(alert, now).persist());
    }

    @Override
    public boolean wasQueued(TerritoryCode territory, String subject, Instant since) {
        return AlertRow.count(
                        "territory = ?1 and queuedAtMs > ?2 and subject = ?3 and physicianId is null",
                        territory.value(),
                        since.toEpochMilli(),
                        subject)
                > 0;
    }

    @Override
    public List<Waiting> due(Instant now) {
        return AlertRow.<AlertRow>find(OPEN + " and dueAtMs <= ?1 order by dueAtMs", now.toEpochMilli())
                .page(0, MOST)
                .list()
                .stream()
                .map(row -> new Waiting(row.toAlert(), row.tries))
                .toList();
    }

    @Override
    public boolean take(Waiting seen, Instant nextTry) {
        return AlertRow.update(
                        "tries = ?1, dueAtMs = ?2 where id = ?3 and tries = ?4 and " + OPEN,
                        seen.tries() + 1,
                        nextTry.toEpochMilli(),
                        seen.alert().id().toString(),
                        seen.tries())
                == 1;
    }

    /** A receipt may be here before. */
    @Override
    public void sent(Alert alert, Messenger.Taken taken, Instant at) {
        AlertRow.update(
                "sentAtMs = ?1, gatewayId = ?2 where id = ?3",
                at.toEpochMilli(),
                taken.name().orElse(null),
                alert.id().toString());
        AlertRow.update(
                "problem = ?1 where id = ?2 and deliveredAtMs is null and undeliveredAtMs is null",
                taken.doubt().orElse(null),
                alert.id().toString());
        tell(alert, true, at);
    }

    @Override
    public void givenUp(Alert alert, String problem, Instant at) {
        if (AlertRow.update(
                        "givenUpAtMs = ?1, problem = ?2 where id = ?3 and " + OPEN,
                        at.toEpochMilli(),
                        shortened(problem),
                        alert.id().toString())
                == 1) {
            tell(alert, false, at);
        }
    }

    private void tell(Alert alert, boolean sent, Instant at) {
        alert.call()
                .ifPresent(call -> journal.appendKept(List.of(new CallEvent.Alerted(
                        call, at, alert.id().toString(), alert.channel(), alert.physician(), sent))));
    }

    @Override
    public void refused(UUID alert, String problem, Instant nextTry) {
        AlertRow.update(
                "problem = ?1, dueAtMs = ?2 where id = ?3 and " + OPEN,
                shortened(problem),
                nextTry.toEpochMilli(),
                alert.toString());
    }

    @Override
    public List<Told> of(TerritoryCode territory, Instant since, int most) {
        return AlertRow.ofTerritory(territory, since, most).stream()
                .map(AlertRow::toTold)
                .toList();
    }

    @Override
    public Optional<Told> again(TerritoryCode territory, UUID id, Instant now) {
        return AlertRow.<AlertRow>find("id = ?1 and territory = ?2", id.toString(), territory.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(row -> again(row, now).toTold());
    }

    /** One that waits to leave is not written again. */
    private static AlertRow again(AlertRow row, Instant now) {
        if (row.isOpen()) {
            row.dueAtMs = now.toEpochMilli();
            row.problem = null;
            return row;
        }
        return AlertRow.<AlertRow>find(
                        "territory = ?1 and channel = ?2 and (physicianId = ?3 or physicianId is null and ?3 is null)"
                                + " and text = ?4 and sentAtMs is null and givenUpAtMs is null",
                        row.territory,
                        row.channel,
                        row.physicianId,
                        row.text)
                .firstResultOptional()
                .orElseGet(() -> another(row, now));
    }

    private static AlertRow another(AlertRow row, Instant now) {
        AlertRow another = AlertRow.of(row.toAlert().another(), now);
        another.persist();
        return another;
    }

    @Override
    public Map<String, Receipt> of(Collection<String> alerts) {
        return alerts.isEmpty()
                ? Map.of()
                : AlertRow.<AlertRow>list("id in ?1", alerts).stream()
                        .collect(Collectors.toMap(row -> row.id, AlertRow::toReceipt));
    }

    /** What a receipt speaks of was taken, whatever the answer said. A gateway says the same twice, and in no order; delivered stays so. */
    @Override
    public void receipt(String message, boolean delivered, Instant now) {
        // the database compares our ids, which are ASCII, with nothing else
        String ours = US_ASCII.newEncoder().canEncode(message) ? message : "";
        long since = now.minus(GATEWAYS_NAME_COUNTS).toEpochMilli();
        List<Alert> unheard = AlertRow.<AlertRow>find(
                        "channel = 'SMS' and id = ?1 and tries > 0 and sentAtMs is null", ours)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(AlertRow::toAlert)
                .toList();
        if (delivered) {
            AlertRow.update(
                    "deliveredAtMs = ?1, sentAtMs = coalesce(sentAtMs, ?1), undeliveredAtMs = null, problem = null"
                            + NAMED,
                    now.toEpochMilli(),
                    ours,
                    message,
                    since);
        } else {
            AlertRow.update(
                    "undeliveredAtMs = ?1, sentAtMs = coalesce(sentAtMs, ?1), problem = ?5" + NAMED
                            + " and undeliveredAtMs is null",
                    now.toEpochMilli(),
                    ours,
                    message,
                    since,
                    "la passerelle SMS dit qu’il n’a pas été remis au téléphone");
        }
        unheard.forEach(alert -> tell(alert, true, now));
    }

    private static String shortened(String problem) {
        return WholeCharacters.first(LONGEST_PROBLEM, problem);
    }
}
