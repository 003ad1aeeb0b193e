package fr.appui.web.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Passkeys;
import fr.appui.directory.Audit;
import fr.appui.french.WrittenValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys: what a telephone or a computer keeps behind a finger, a face or a code, and signs with. Both what one has and what
 * one is or knows, so that it stands for a password and a second factor. What it signs names this address: no other site can
 * ask for it.
 */
@ApplicationScoped
@Transactional
public class PasskeyDesk {

    static final int MOST = 10;
    private static final int LONGEST_NAME = 80;

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Audit audit;
    private final Clock clock;

    PasskeyDesk(Passkeys passkeys, Challenges challenges, Accounts accounts, SignIn signIn, Audit audit, Clock clock) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Passkeys.Passkey> of(Account account) {
        return passkeys.of(account.id());
    }

    /**
     * @param response {@code PublicKeyCredential.toJSON()} of a new credential
     * @param here where this service is reached
     * @return why not, as a French sentence; empty when it is kept
     */
    public Optional<String> register(Account account, String name, String response, URI here) {
        if (passkeys.of(account.id()).size() >= MOST) {
            return Optional.of("Dix clés au plus : en retirer une d’abord.");
        }
        String called = WrittenValue.of(name);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return Optional.of("Nom : en donner un, de 80 caractères au plus, par exemple « Mon téléphone ».");
        }
        try {
            RegistrationData data = webAuthn.parseRegistrationResponseJSON(response);
            ServerProperty server = server(data.getCollectedClientData(), here);
            webAuthn.verify(data, new RegistrationParameters(server, null, true, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            boolean kept = passkeys.add(new Passkeys.Passkey(
                    Secrets.sha256(base64(credential.getCredentialId())),
                    account.id(),
                    called,
                    credentials.convert(credential),
                    authenticator.getSignCount(),
                    clock.instant(),
                    null));
            if (kept) {
                audit.record(
                        account.login(), "passkey.added", account.login(), "Clé d’accès « " + called + " » ajoutée");
            }
            return kept ? Optional.empty() : Optional.of("Cette clé est déjà enregistrée.");
        } catch (DataConversionException | VerificationException | NullPointerException refused) {
            return Optional.of("La clé n’a pas été acceptée ; recommencer.");
        }
    }

    public boolean remove(Account account, String id) {
        boolean removed = passkeys.remove(id, account.id());
        if (removed) {
            audit.record(account.login(), "passkey.removed", account.login(), "Clé d’accès retirée");
        }
        return removed;
    }

    /** Signs in whose key it is, if it is anybody's ({@link #owner}). */
    public Optional<SignIn.Result.Opened> enter(String response, URI here, String device) {
        Optional<Account> owner = owner(response, here);
        if (owner.isEmpty()) {
            audit.record("inconnu", "sign-in.refused", "inconnu", "Clé d’accès refusée");
        }
        return owner.map(account -> signIn.open(account, device, "Session ouverte par une clé d’accès"));
    }

    /**
     * @param response {@code PublicKeyCredential.toJSON()} of a signature
     * @return whose it is; empty for one that is unknown, not for here, too old or used before
     */
    public Optional<Account> owner(String response, URI here) {
        try {
            AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(response);
            return passkeys.find(Secrets.sha256(base64(Objects.requireNonNull(data.getCredentialId()))))
                    .filter(passkey -> signed(passkey, data, here))
                    .flatMap(passkey -> accounts.byId(passkey.account()))
                    .filter(account -> !account.disabled());
        } catch (DataConversionException | VerificationException | NullPointerException refused) {
            return Optional.empty();
        }
    }

    private boolean signed(Passkeys.Passkey passkey, AuthenticationData data, URI here) {
        var known = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                null,
                null,
                passkey.signCount(),
                credentials.convert(passkey.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        ServerProperty server = server(data.getCollectedClientData(), here);
        webAuthn.verify(data, new AuthenticationParameters(server, known, null, true, true));
        passkeys.used(
                passkey.id(),
                Objects.requireNonNull(data.getAuthenticatorData()).getSignCount(),
                clock.instant());
        return true;
    }

    /** Once for each challenge. */
    private ServerProperty server(@Nullable CollectedClientData client, URI here) {
        byte[] challenge = Objects.requireNonNull(client).getChallenge().getValue();
        Instant now = clock.instant();
        if (!challenges.isOurs(challenge)
                || !passkeys.use(Secrets.sha256(HexFormat.of().formatHex(challenge)), Challenge.end(challenge))) {
            throw new DataConversionException("not a challenge of ours, or used before");
        }
        passkeys.forgetUsed(now);
        return ServerProperty.builder()
                .origin(Origin.create(here.getScheme() + "://" + here.getAuthority()))
                .rpId(here.getHost())
                .challenge(client.getChallenge())
                .build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
