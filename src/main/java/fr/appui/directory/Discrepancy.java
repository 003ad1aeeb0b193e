package fr.appui.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a physician's sheet and the Annuaire Santé differ. Nothing follows from it by itself: a person takes it over.
 *
 * @param ours what the sheet says @param theirs what the public extraction says
 */
public record Discrepancy(Kind kind, String ours, String theirs) {

    public enum Kind {
        RPPS("RPPS absent de l’extraction"),
        NAME("Nom d’exercice"),
        ACTIVITY("Lieu d’exercice"),
        MAILBOX("Boîte MSSanté");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param secureDomain how addresses of the secure health mail end */
    public static List<Discrepancy> of(
            Physician physician, Optional<PublicRecord> known, LocalDate today, String secureDomain) {
        if (known.isEmpty()) {
            return List.of(new Discrepancy(Kind.RPPS, physician.rpps().value(), ""));
        }
        PublicRecord theirs = known.get();
        List<Discrepancy> found = new ArrayList<>();
        theirs.name()
                .filter(name -> !same(name, physician.name()))
                .ifPresent(name ->
                        found.add(new Discrepancy(Kind.NAME, physician.name().full(), name.full())));
        activity(physician, theirs, today).ifPresent(found::add);
        mailbox(physician, theirs, secureDomain).ifPresent(found::add);
        return List.copyOf(found);
    }

    private static Optional<Discrepancy> activity(Physician physician, PublicRecord theirs, LocalDate today) {
        return physician
                .career()
                .employerOn(today)
                .filter(employer -> theirs.activities().stream()
                        .noneMatch(activity -> activity.numbers().contains(employer.value())))
                .map(employer -> new Discrepancy(
                        Kind.ACTIVITY,
                        employer.value(),
                        theirs.activities().stream()
                                .map(activity -> activity.label() + " ("
                                        + activity.numbers().stream().sorted().collect(Collectors.joining(", ")) + ")")
                                .collect(Collectors.joining(" ; "))));
    }

    /** An address of ordinary mail is nobody's mistake. */
    private static Optional<Discrepancy> mailbox(Physician physician, PublicRecord theirs, String secureDomain) {
        String mail = physician.mail().value().toLowerCase(Locale.ROOT);
        return mail.endsWith(secureDomain)
                        && !theirs.mailboxes().isEmpty()
                        && !theirs.mailboxes().contains(mail)
                ? Optional.of(new Discrepancy(
                        Kind.MAILBOX, mail, theirs.mailboxes().stream().sorted().collect(Collectors.joining(" ; "))))
                : Optional.empty();
    }

    private static boolean same(PersonName one, PersonName other) {
        return PublicExtraction.plain(one.family()).equals(PublicExtraction.plain(other.family()))
                && PublicExtraction.plain(one.given()).equals(PublicExtraction.plain(other.given()));
    }

    /** Whether one value is there to be taken; where somebody works, and since when, is written on the sheet. */
    public boolean canBeTaken() {
        return switch (kind) {
            case NAME -> true;
            case MAILBOX -> !theirs.contains(" ; ");
            case RPPS, ACTIVITY -> false;
        };
    }

    /** The sheet as it is once this is taken over. */
    public Physician takenOver(Physician physician, PublicRecord known) {
        return new Physician(
                physician.id(),
                kind == Kind.NAME ? known.name().orElse(physician.name()) : physician.name(),
                physician.rpps(),
                kind == Kind.MAILBOX ? new MailAddress(theirs) : physician.mail(),
                physician.career(),
                physician.numbers());
    }
}
