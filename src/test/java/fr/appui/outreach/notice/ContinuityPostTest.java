package fr.appui.outreach.notice;

import static fr.appui.rota.Nights.LINE;
import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.MOBILE_B;
import static fr.appui.rota.Nights.PARIS;
import static fr.appui.rota.Nights.TERRITORY;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.nodes.JobLease;
import fr.appui.outreach.OutreachSettings;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import io.quarkus.mailer.Mail;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tonight's numbers, mailed to those whom the site named. */
class ContinuityPostTest {

    private static final String CADRE = "cadre@hopital.example";
    private static final String STANDARD = "standard@hopital.example";

    private final List<Mail> taken = new ArrayList<>();
    private final Set<String> mute = new HashSet<>();
    private final Map<String, Instant> held = new HashMap<>();
    private Instant now = at(14, 16, 0);

    @Test
    void theNumbersOfTheComingDayAreInTheOrderInWhichCallersMeetThem() {
        post().send();
        assertThat(taken).extracting(mail -> mail.getTo().getFirst()).containsExactly(CADRE, STANDARD);
        String text = taken.getFirst().getText();
        assertThat(text)
                .startsWith("Pour : cadre de garde\n")
                .contains("La ligne : " + LINE.number().national())
                .containsSubsequence("samedi 14 novembre", "1. ", MOBILE_A.national(), "2. ", MOBILE_B.national())
                .contains("ne vaut plus");
    }

    @Test
    void itIsSentOnceADayFromTheHourOnWhateverTheNode() {
        now = at(14, 15, 50);
        post().send();
        assertThat(taken).isEmpty();
        now = at(14, 16, 0);
        post().send();
        now = at(14, 16, 10);
        post().send();
        now = at(14, 23, 50);
        post().send();
        assertThat(taken).hasSize(2);
        now = at(15, 16, 0);
        post().send();
        assertThat(taken).hasSize(4);
    }

    @Test
    void oneThatIsNotTakenIsTriedAgainAndKeepsItFromNobody() {
        mute.add(CADRE);
        post().send();
        assertThat(taken).extracting(mail -> mail.getTo().getFirst()).containsExactly(STANDARD);
        mute.clear();
        now = at(14, 16, 10);
        post().send();
        assertThat(taken).extracting(mail -> mail.getTo().getFirst()).contains(CADRE);
    }

    @Test
    void anHourThatNobodyHoldsIsSaid() {
        now = at(16, 16, 0);
        post().send();
        assertThat(taken.getFirst().getText()).contains("personne n’est joignable au planning");
    }

    @Test
    void aRecipientIsARoleWithAnAddress() {
        assertThatThrownBy(() -> ContinuityPost.recipients("HDF-OISE", "cadre@hopital.example"))
                .hasMessageContaining("appui.outreach.continuity.recipients.\"HDF-OISE\"")
                .hasMessageContaining("cadre de garde <");
    }

    private ContinuityPost post() {
        var directory = new InMemoryDirectory();
        directory.save(new Territory(
                TERRITORY,
                "Essai",
                List.of(),
                PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.of(LINE), Optional.empty()),
                Optional.empty()));
        return new ContinuityPost(settings(), directory, rota(), this::take, lease(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void take(Mail... mails) {
        for (Mail mail : mails) {
            if (mute.contains(mail.getTo().getFirst())) {
                throw new IllegalStateException("no answer");
            }
            taken.add(mail);
        }
    }

    /** As the table of leases: a job that fails may be begun again at once. */
    private JobLease lease() {
        return new JobLease() {
            @Override
            public boolean run(String job, Duration most, Runnable work) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean runOnce(String job, Duration quiet, Runnable work) {
                if (held.getOrDefault(job, Instant.MIN).isAfter(now)) {
                    return false;
                }
                work.run();
                held.put(job, now.plus(quiet));
                return true;
            }
        };
    }

    private static CurrentRota rota() {
        IndexedRota rota = IndexedRota.of(facts(List.of(), always(MOBILE_A)));
        return new CurrentRota() {
            @Override
            public IndexedRota current() {
                return rota;
            }

            @Override
            public boolean refresh() {
                return true;
            }

            @Override
            public boolean isOld(Instant now) {
                return false;
            }
        };
    }

    private static OutreachSettings settings() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutreachSettings.class)
                .withDefaultValue(
                        "appui.outreach.continuity.recipients." + TERRITORY,
                        "cadre de garde <" + CADRE + ">, standard <" + STANDARD + ">")
                .build()
                .getConfigMapping(OutreachSettings.class);
    }
}
