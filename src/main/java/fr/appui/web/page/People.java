package fr.appui.web.page;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/**
 * Who did something, by name: what is kept is the login they entered with, which says nothing to who reads; templates read it as
 * {@code inject:people}. The log of acts keeps to logins, by which it is searched.
 */
@Named("people")
@RequestScoped
public class People {

    private final Accounts accounts;
    private final PhysicianNames physicians;
    private final Map<String, String> known = new HashMap<>();

    People(Accounts accounts, PhysicianNames physicians) {
        this.accounts = accounts;
        this.physicians = physicians;
    }

    /** What is kept itself for a program, the service, and whoever has no account any more. */
    public String of(String login) {
        return known.computeIfAbsent(
                login, asked -> accounts.byLogin(asked).map(this::name).orElse(asked));
    }

    private String name(Account account) {
        return account.physician().flatMap(physicians::of).orElse(account.name());
    }
}
