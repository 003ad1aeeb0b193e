package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.PushSubscriptions;
import fr.appui.directory.Audit;
import fr.appui.french.InvalidInput;
import fr.appui.push.PushDevice;
import fr.appui.push.PushSender;
import fr.appui.push.PushSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A physician asks for messages on the device they hold, and no longer, from it or from another. */
@ApplicationScoped
@Transactional
public class PushDesk {

    private final PushSubscriptions subscriptions;
    private final PushSender sender;
    private final PushSettings settings;
    private final Audit audit;
    private final Clock clock;

    PushDesk(PushSubscriptions subscriptions, PushSender sender, PushSettings settings, Audit audit, Clock clock) {
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws InvalidInput in French, with the field's name */
    void subscribe(SignIn.Entered mine, PushDevice device) {
        requireUse(mine, device);
        Account account = mine.account();
        String name = mine.session().device().isEmpty()
                ? "Appareil inconnu"
                : mine.session().device();
        subscriptions.keep(account.id(), mine.session().tokenHash(), name, device, clock.instant());
        audit.record(account.login(), "push.subscribed", account.login(), "Notifications demandées sur " + name);
    }

    /** The browser that a physician asked on is open again: it stays theirs. */
    boolean renew(SignIn.Entered mine, PushDevice device) {
        requireUse(mine, device);
        return subscriptions.renew(mine.account().id(), mine.session().tokenHash(), device, clock.instant());
    }

    List<PushSubscriptions.Subscription> of(Account account) {
        return subscriptions.of(account.id());
    }

    boolean remove(Account account, UUID id) {
        boolean removed = subscriptions.remove(id, account.id());
        if (removed) {
            audit.record(account.login(), "push.removed", account.login(), "Notifications arrêtées sur un appareil");
        }
        return removed;
    }

    void forgetOld() {
        subscriptions.forget(clock.instant().minus(settings.lasts()));
    }

    private void requireUse(SignIn.Entered mine, PushDevice device) {
        if (sender.publicKey().isEmpty()) {
            throw new InvalidInput("notifications : elles ne sont pas réglées ici ; prévenir qui tient le service");
        }
        if (mine.account().physician().isEmpty()) {
            throw new InvalidInput("notifications : elles sont écrites aux médecins ; ce compte n’en est pas un");
        }
        if (!sender.reaches(device)) {
            throw new InvalidInput("adresse : le service de notification de ce navigateur n’est pas admis ici ;"
                    + " essayer Chrome, Edge, Firefox ou Safari, ou prévenir qui tient le service");
        }
    }
}
