package fr.appui.indicators.notice;

import fr.appui.directory.notice.MailRefusals;
import fr.appui.directory.notice.MailUnheard;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.french.Typography;
import fr.appui.indicators.kit.Diffusion;
import fr.appui.indicators.kit.Diffusion.Due;
import fr.appui.indicators.kit.Kits;
import fr.appui.indicators.kit.PosterText;
import fr.appui.indicators.render.KitPdf;
import fr.appui.nodes.JobLease;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Sends the poster and the cards to those whom the coordination chose. A message is said to be sent once a mail server took it, and
 * never more than that.
 */
@ApplicationScoped
class DiffusionSender {

    private static final Logger LOG = Logger.getLogger(DiffusionSender.class);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 40;
    private static final String PDF = "application/pdf";

    private final Diffusion diffusion;
    private final Kits kits;
    private final Mailer mailer;
    private final JobLease lease;
    private final Clock clock;

    DiffusionSender(Diffusion diffusion, Kits kits, @TimeLimited Mailer mailer, JobLease lease, Clock clock) {
        this.diffusion = diffusion;
        this.kits = kits;
        this.mailer = mailer;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(
            every = "${appui.indicators.diffusion-every:30s}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        lease.run("indicators.diffusion", LONGEST_RUN, this::sendWhatIsDue);
    }

    void sendWhatIsDue() {
        diffusion.due(clock.instant(), MOST_AT_ONCE).stream()
                .collect(Collectors.groupingBy(Due::territory))
                .forEach((territory, messages) -> {
                    Optional<PosterText> poster = kits.of(territory)
                            .filter(Kits.Answer.Ready.class::isInstance)
                            .map(ready -> ((Kits.Answer.Ready) ready).notice());
                    try {
                        send(messages, poster, kits.logos(territory.value()));
                    } catch (RuntimeException unprintable) { // one territory's keeps no other's from being sent
                        LOG.warnf(unprintable, "the poster of %s cannot be printed", territory);
                        messages.forEach(this::unprintable);
                    }
                });
    }

    private void send(List<Due> messages, Optional<PosterText> poster, List<byte[]> logos) {
        Optional<String> present = poster.map(PosterText::digest);
        List<Due> toSend = messages.stream()
                .filter(due -> {
                    boolean same = present.filter(due.poster()::equals).isPresent();
                    if (!same) {
                        diffusion.outdated(due.id(), clock.instant());
                    }
                    return same;
                })
                .toList();
        if (toSend.isEmpty() || poster.isEmpty()) {
            return;
        }
        byte[] sheet = KitPdf.poster(poster.get(), logos);
        byte[] cards = KitPdf.cards(poster.get());
        toSend.forEach(due -> send(due, poster.get(), sheet, cards));
    }

    private void send(Due due, PosterText poster, byte[] sheet, byte[] cards) {
        if (!diffusion.take(due.id(), clock.instant())) {
            return;
        }
        try {
            Mail mail = Mail.withText(due.mail().value(), subject(poster), text(poster))
                    .addAttachment("affiche.pdf", sheet, PDF)
                    .addAttachment("cartes.pdf", cards, PDF);
            poster.mail().ifPresent(mail::setReplyTo);
            mailer.send(mail);
        } catch (MailUnheard unheard) {
            LOG.warnf("poster message %d may have been sent: %s", due.id(), MailRefusals.kindOf(unheard));
            diffusion.unheard(due.id(), MailRefusals.UNHEARD, clock.instant());
            return;
        } catch (RuntimeException failed) {
            LOG.warnf("poster message %d was not sent: %s", due.id(), MailRefusals.kindOf(failed));
            diffusion.failed(due.id(), MailRefusals.inFrench(String.valueOf(failed.getMessage())), clock.instant());
            return;
        }
        diffusion.sent(due.id(), clock.instant());
    }

    private void unprintable(Due due) {
        if (diffusion.take(due.id(), clock.instant())) {
            diffusion.failed(
                    due.id(),
                    "l’affiche ne peut pas être imprimée : vérifier les logos du territoire",
                    clock.instant());
        }
    }

    private static String subject(PosterText poster) {
        return Typography.typeset(
                "Appui territorial de soins palliatifs, " + poster.territory() + " : comment et quand appeler");
    }

    private static String text(PosterText poster) {
        return Stream.of(
                        Stream.of(
                                "Un médecin de soins palliatifs répond aux professionnels de santé au "
                                        + poster.number().national() + ".",
                                "",
                                poster.workingDays(),
                                poster.nonWorkingDays(),
                                ""),
                        poster.steps().stream(),
                        Stream.of(
                                "",
                                "L’affiche et les cartes sont jointes : merci de les afficher et de les remettre à vos équipes.",
                                "Ne répondez pas à ce courriel par des informations sur un patient : elles passent par"
                                        + " messagerie sécurisée de santé (MSSanté)."))
                .flatMap(lines -> lines)
                .map(Typography::typeset)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
