package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.directory.Audit;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Signs in whom the provider vouches for. */
@ApplicationScoped
public class ProviderDesk {

    private final SignIn signIn;
    private final Accounts accounts;
    private final Provider provider;
    private final Audit audit;

    ProviderDesk(SignIn signIn, Accounts accounts, Provider provider, Audit audit) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.provider = provider;
        this.audit = audit;
    }

    /** @param claims what the provider says of them @throws ForbiddenException where they have no account here; that is recorded */
    @Transactional(dontRollbackOn = ForbiddenException.class)
    public SignIn.Result.Opened enter(Map<String, String> claims, String device) {
        Account account = accountOf(claims);
        accounts.entered(account.id());
        return signIn.open(
                account, device, "Session ouverte par " + provider.label().orElse(""));
    }

    private Account accountOf(Map<String, String> claims) {
        return switch (ProviderClaims.read(claims, provider.subjectClaim(), provider.acr())) {
            case ProviderClaims.Reading.Subject subject ->
                accounts.byProviderSubject(subject.value())
                        .filter(account -> !account.disabled())
                        .orElseThrow(() -> refuse(subject.value(), "Aucun compte pour cet identifiant"));
            case ProviderClaims.Reading.Refused refused -> throw refuse("inconnu", refused.why());
        };
    }

    private ForbiddenException refuse(String subject, String why) {
        audit.record(subject, "sign-in.refused", subject, why);
        return new ForbiddenException(why);
    }
}
