package fr.appui.outreach.notice;

import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.french.InvalidInput;
import fr.appui.outreach.Alert;
import fr.appui.outreach.TrialCalls;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.rota.CurrentRota;
import fr.appui.sms.SmsGateway;
import fr.appui.trace.OutcomeSettings;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a site tries for real before it goes live, and whenever it doubts: a message to a person who waits for it, by the ways that
 * notices, transmissions and alerts take, and an « appel d'essai ». What came of the last of each, on this node, is kept for the health
 * page. Nobody on duty is told.
 */
@ApplicationScoped
public class Trials {

    private static final Logger LOG = Logger.getLogger(Trials.class);

    /** A ring, and the message twice. Less than a silent connection is kept (quarkus.http.idle-timeout). */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(55);

    private static final Duration LOOKED_EVERY = Duration.ofMillis(300);

    private static final Alert.Content MESSAGE = new Alert.Content(
            "Appui : message d’essai", "Ceci est un message d’essai de l’appui de soins palliatifs. Rien à faire.");

    public enum Way {
        MAIL("courrier"),
        SECURE_MAIL("mssanté"),
        SMS("sms"),
        TELEPHONE("téléphone");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param trouble in French, without number or address; empty when it succeeded */
    public record Outcome(Instant at, Optional<String> trouble) {}

    private final Mailer ordinary;
    private final Mailer secure;
    private final SmsGateway gateway;
    private final TrialCalls calls;
    private final CurrentRota rota;
    private final OutcomeSettings outcomes;
    private final Clock clock;
    private final Map<Way, Outcome> last = new EnumMap<>(Way.class);

    Trials(
            @TimeLimited Mailer ordinary,
            @TimeLimited(TimeLimited.SECURE) Mailer secure,
            SmsGateway gateway,
            TrialCalls calls,
            CurrentRota rota,
            OutcomeSettings outcomes,
            Clock clock) {
        this.ordinary = ordinary;
        this.secure = secure;
        this.gateway = gateway;
        this.calls = calls;
        this.rota = rota;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Ends within a minute.
     *
     * @param to a mail address, or a number as people write it
     * @throws InvalidInput what it is not; says what to write
     */
    public Outcome run(Way way, String to) {
        Optional<String> trouble = switch (way) {
            case MAIL -> mail(ordinary, mail(to));
            case SECURE_MAIL -> {
                Mail mail = mail(to);
                outcomes.transmission().from().ifPresent(mail::setFrom);
                yield mail(secure, mail);
            }
            case SMS -> sms(PhoneNumber.parse(to));
            case TELEPHONE -> ring(PhoneNumber.parse(to));
        };
        LOG.infof("trial by %s: %s", way, trouble.orElse("taken"));
        Outcome outcome = new Outcome(clock.instant(), trouble);
        synchronized (last) {
            last.put(way, outcome);
        }
        return outcome;
    }

    Map<Way, Outcome> last() {
        synchronized (last) {
            return new EnumMap<>(last);
        }
    }

    private static Mail mail(String to) {
        return Mail.withText(new MailAddress(to).value(), MESSAGE.subject(), MESSAGE.text() + "\n");
    }

    private static Optional<String> mail(Mailer mailer, Mail mail) {
        try {
            mailer.send(mail);
            return Optional.empty();
        } catch (RuntimeException refused) {
            LOG.debug("a trial mail was not taken", refused);
            return Optional.of("le serveur n’a pas pris le message d’essai ("
                    + refused.getClass().getSimpleName() + ") : adresse, compte et chiffrement de quarkus.mailer");
        }
    }

    private Optional<String> sms(PhoneNumber to) {
        var message = new SmsGateway.Message(
                to.e164(), MESSAGE.text(), UUID.randomUUID().toString());
        return switch (gateway.send(message)) {
            case SmsGateway.Answer.Refused refused -> Optional.of(refused.why());
            case SmsGateway.Answer.Accepted accepted -> accepted.doubt();
        };
    }

    /** Through the first line that there is: what is tried is the switch, its trunk and this service. */
    private Optional<String> ring(PhoneNumber to) {
        Optional<SupportLine> line = rota.current().lines().stream()
                .min(Comparator.comparing(known -> known.number().e164()));
        if (line.isEmpty()) {
            return Optional.of("aucune ligne n’est encore réglée : en donner une à un territoire");
        }
        return switch (calls.begin(line.get().territory(), to, "appui check")) {
            case TrialCalls.Answer.Ringing ringing -> heard(ringing.trial().id());
            case TrialCalls.Answer.NoLine none -> Optional.of("la ligne vient d’être retirée");
            case TrialCalls.Answer.NotRung not -> throw new InvalidInput("numéro à appeler : " + not.why());
            case TrialCalls.Answer.UnderWay other -> Optional.of("un autre appel d’essai est en cours sur cette ligne");
            case TrialCalls.Answer.SwitchAway away -> Optional.of(away.why());
        };
    }

    /** Whichever node hears of it writes down what came of it. */
    private Optional<String> heard(UUID trial) {
        Instant late = clock.instant().plus(LONGEST_CALL);
        while (clock.instant().isBefore(late)) {
            Optional<Trial> over = calls.find(trial).filter(known -> known.state() != State.RINGING);
            if (over.isPresent()) {
                return over.get().trouble();
            }
            try {
                Thread.sleep(LOOKED_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.of("interrompu");
            }
        }
        return Optional.of("l’appel d’essai dure encore : la page des appels dit où il en est");
    }
}
