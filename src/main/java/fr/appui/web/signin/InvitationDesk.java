package fr.appui.web.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Invitations;
import fr.appui.access.Role;
import fr.appui.access.Sessions;
import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Makes the accounts of a territory's physicians and writes each a link, by which they choose their password: no password is
 * made, shown or copied by hand.
 */
@ApplicationScoped
@Transactional
public class InvitationDesk {

    /** As long as a rota needs to be agreed on. */
    static final Duration SERVES = Duration.ofDays(7);

    private static final int LONGEST_PART = 40;

    private final Accounts accounts;
    private final Directory directory;
    private final Invitations invitations;
    private final Sessions sessions;
    private final NoticeQueue notices;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;

    InvitationDesk(
            Accounts accounts,
            Directory directory,
            Invitations invitations,
            Sessions sessions,
            NoticeQueue notices,
            SignInSettings settings,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.invitations = invitations;
        this.sessions = sessions;
        this.notices = notices;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a physician stands; named as programs know it. */
    @Schema(name = "State4")
    public enum State {
        NONE("pas de compte"),
        INVITED("invité, n’est pas encore entré"),
        OPEN("compte ouvert"),
        CLOSED("compte fermé");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isInvitable() {
            return this == NONE || this == INVITED;
        }
    }

    /** @param login empty as long as there is no account */
    public record Standing(Physician physician, State state, String login, Optional<Instant> invitedAt) {}

    /** Who takes part in a territory, or will, in the order of a list. */
    public List<Physician> physicians(Territory territory) {
        return directory.takingPart(territory.code(), LocalDate.ofInstant(clock.instant(), territory.timeZone()));
    }

    /** In the order given. */
    public List<Standing> standing(Collection<Physician> physicians) {
        Map<PhysicianId, List<Account>> known =
                accounts.ofPhysicians(physicians.stream().map(Physician::id).collect(Collectors.toSet()));
        Map<UUID, Instant> sent = invitations.sent(
                known.values().stream().map(List::getFirst).map(Account::id).collect(Collectors.toSet()));
        return physicians.stream()
                .map(physician -> known.getOrDefault(physician.id(), List.of()).stream()
                        .findFirst()
                        .map(account -> new Standing(
                                physician,
                                state(account),
                                account.login(),
                                Optional.ofNullable(sent.get(account.id()))))
                        .orElseGet(() -> new Standing(physician, State.NONE, "", Optional.empty())))
                .toList();
    }

    /**
     * Those who have no account get one; those who never entered a new link; the others are left as they are.
     *
     * @param base of the links, with its last slash
     * @return who was written to
     */
    public List<Physician> invite(Territory territory, List<Physician> physicians, String base, String by) {
        accounts.administratorsHeld();
        var invited = new ArrayList<Physician>();
        Instant now = clock.instant();
        for (Physician physician : physicians) {
            Optional<Account> known = account(physician);
            if (known.map(InvitationDesk::state).orElse(State.NONE).isInvitable()
                    && known.stream().allMatch(InvitationDesk::isOnlyAPhysicians)) {
                Account account = known.orElseGet(() -> create(physician, by));
                write(territory, physician, account, base, now);
                audit.record(by, "account.invited", account.login(), "Lien envoyé à l’adresse de l’annuaire");
                invited.add(physician);
            }
        }
        return invited;
    }

    /** What came of taking a link back. */
    public enum Withdrawal {
        DONE,
        /** They entered, were never invited, or the link has served or expired. */
        NO_LINK
    }

    /** The link that was sent serves no more, or does not leave; the account stays, and may be invited again. */
    public Withdrawal withdraw(Physician physician, String by) {
        accounts.administratorsHeld();
        Instant now = clock.instant();
        Optional<Account> account = account(physician).filter(InvitationDesk::isOnlyAPhysicians);
        account.ifPresent(known -> dropUnsent(known, now));
        account = account.filter(known -> invitations.withdraw(known.id(), now));
        account.ifPresent(
                known -> audit.record(by, "account.invitation-withdrawn", known.login(), "Lien d’invitation retiré"));
        return account.isPresent() ? Withdrawal.DONE : Withdrawal.NO_LINK;
    }

    /** The object of the mail that holds the link: how what became of it is found again. */
    public static String subject(Territory territory) {
        return "Votre accès à l’appui – " + territory.name();
    }

    /** The account that a link is for, as long as it serves: until its password was chosen, by whatever way. */
    public Optional<Account> invited(String token) {
        return invitations
                .account(Secrets.sha256(token), clock.instant())
                .flatMap(accounts::byId)
                .filter(account -> settings.localAccounts() && !account.disabled() && account.temporaryPassword());
    }

    /**
     * Uses the link up.
     *
     * @return the account, whose password it now is; empty where the link serves no more
     * @throws InvalidInput with a French sentence, when the password does not suit: the link still serves
     */
    public Optional<Account> enter(String token, String password) {
        Optional<Account> account = invited(token);
        if (account.isEmpty()) {
            return account;
        }
        Passwords.requireHardToGuess(password, account.get());
        String hash = Secrets.hashPassword(password);
        if (!invitations.use(Secrets.sha256(token), clock.instant())) {
            return Optional.empty();
        }
        accounts.setPassword(account.get().id(), hash, false);
        sessions.endAllOf(account.get().id());
        String login = account.get().login();
        audit.record(login, "account.entered", login, "Mot de passe choisi par le lien d’invitation");
        return accounts.byId(account.get().id());
    }

    private Optional<Account> account(Physician physician) {
        return accounts.ofPhysician(physician.id()).stream().findFirst();
    }

    /** Who is written to at an address of the directory, which coordinators change, gets no more than a physician's account. */
    private static boolean isOnlyAPhysicians(Account account) {
        return account.grants().stream().allMatch(grant -> grant.role() == Role.PHYSICIAN);
    }

    private static State state(Account account) {
        if (account.disabled()) {
            return State.CLOSED;
        }
        return account.temporaryPassword() ? State.INVITED : State.OPEN;
    }

    private Account create(Physician physician, String by) {
        String subject = physician.rpps().value();
        var account = new Account(
                UUID.randomUUID(),
                freeLogin(physician),
                physician.name().titled(),
                List.of(Grant.everywhere(Role.PHYSICIAN)),
                Optional.of(physician.id()),
                Optional.of(subject)
                        .filter(own -> accounts.byProviderSubject(own).isEmpty()),
                true,
                false);
        accounts.add(account, null);
        audit.record(by, "account.created", account.login(), "Compte créé : " + Role.PHYSICIAN.label());
        return account;
    }

    /** {@code c.durand}, then {@code c.durand2}… */
    private String freeLogin(Physician physician) {
        String given = plain(physician.name().given());
        String whole = (given.isEmpty() ? "" : given.charAt(0) + ".")
                + plain(physician.name().family());
        String cut = whole.substring(0, Math.min(whole.length(), LONGEST_PART)).replaceAll("[.-]+$", "");
        String login = cut.isEmpty() ? "medecin" : cut;
        return Stream.concat(
                        Stream.of(login),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> login + number))
                .filter(free -> accounts.byLogin(free).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private void write(Territory territory, Physician physician, Account account, String base, Instant now) {
        dropUnsent(account, now);
        String token = Secrets.token();
        String how = settings.localAccounts()
                ? byLink(territory, account, base, token, now)
                : "Connectez-vous avec votre identité professionnelle à cette adresse :\n\n" + base;
        notices.add(
                new Notice(
                        mailOf(Secrets.sha256(token)),
                        physician.mail(),
                        subject(territory),
                        "Bonjour " + physician.name().titled()
                                + ",\n\nUn compte vous est ouvert pour vos astreintes d’appui"
                                + " en soins palliatifs. " + how
                                + "\n\nSi vous n’attendiez pas ce message, ne faites rien et prévenez la coordination.\n",
                        Optional.empty()),
                new Regarding(territory.code(), physician.id()),
                now);
    }

    /** A link that will serve no more is not sent. */
    private void dropUnsent(Account account, Instant now) {
        invitations.serving(account.id(), now).forEach(link -> notices.drop(mailOf(link)));
    }

    /** Which mail holds a link: found again from what is kept of the link. */
    private static UUID mailOf(String tokenHash) {
        return UUID.nameUUIDFromBytes(tokenHash.getBytes(US_ASCII));
    }

    private String byLink(Territory territory, Account account, String base, String token, Instant now) {
        Instant expires = now.plus(SERVES);
        invitations.add(Secrets.sha256(token), account.id(), now, expires);
        return "Choisissez votre mot de passe à cette adresse, qui sert une fois, jusqu’au "
                + FrenchDate.of(expires.atZone(territory.timeZone()).toLocalDate()) + " :\n\n" + base
                + "invitation?jeton=" + token + "\n\nVotre identifiant : " + account.login();
    }
}
