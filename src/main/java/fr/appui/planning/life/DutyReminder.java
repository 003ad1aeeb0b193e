package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.planning.DutyRung;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reminds whoever is on duty soon, once for each uninterrupted duty: of whatever the rota says at that moment. */
@ApplicationScoped
class DutyReminder {

    private final Directory directory;
    private final PublishedRotas rotas;
    private final NoticeQueue notices;
    private final DutyLocks locks;
    private final LifeSettings settings;
    private final Clock clock;

    DutyReminder(
            Directory directory,
            PublishedRotas rotas,
            NoticeQueue notices,
            DutyLocks locks,
            LifeSettings settings,
            Clock clock) {
        this.directory = directory;
        this.rotas = rotas;
        this.notices = notices;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    /** A transaction of its own: another territory that cannot be read changes nothing here. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void of(Territory territory) {
        Duration ahead = settings.reminder();
        if (ahead.isZero()) {
            return;
        }
        locks.hold(territory.code(), Set.of());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, territory.timeZone());
        LocalDate last = LocalDate.ofInstant(now.plus(ahead), territory.timeZone());
        List<HeldPart> parts = HeldPart.of(rotas.days(territory.code(), today.minusDays(1), last));
        parts.stream()
                .filter(part -> part.start().isAfter(now) && !part.start().isAfter(now.plus(ahead)))
                .filter(part -> parts.stream().noneMatch(before -> goesOn(before, part)))
                .forEach(part -> remind(territory, part, now));
    }

    private static boolean goesOn(HeldPart before, HeldPart part) {
        return before.end().equals(part.start())
                && before.rung() == part.rung()
                && before.physician().equals(part.physician());
    }

    private void remind(Territory territory, HeldPart part, Instant now) {
        UUID id = name(territory, part);
        if (notices.holds(id)) {
            return;
        }
        String when = FrenchDate.andTime(part.start().atZone(territory.timeZone()));
        String place = part.rung() == 1 ? DutyRung.FIRST.label() : "rang " + part.rung();
        String holds = "Vous êtes d’"
                + HeldRota.rung(part.rung()).orElse(DutyRung.BACK_UP).duty();
        directory
                .physician(part.physician())
                .ifPresent(physician -> notices.add(
                        new Notice(
                                id,
                                physician.mail(),
                                holds + " " + when,
                                "Bonjour " + physician.name().titled() + ",\n\n" + holds + " à partir du "
                                        + when
                                        + ", " + territory.name() + ", " + place
                                        + ".\n\nUn empêchement se dit dans l’application, page « Mes astreintes ».\n",
                                Optional.empty()),
                        new Regarding(territory.code(), part.physician()),
                        now));
    }

    /** The same for the same duty, on whatever node. */
    private static UUID name(Territory territory, HeldPart part) {
        String duty = String.join(
                "|",
                "reminder",
                territory.code().value(),
                Integer.toString(part.rung()),
                part.physician().toString(),
                part.start().toString());
        return UUID.nameUUIDFromBytes(duty.getBytes(StandardCharsets.UTF_8));
    }
}
