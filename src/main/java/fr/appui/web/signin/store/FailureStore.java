package fr.appui.web.signin.store;

import fr.appui.directory.WholeCharacters;
import fr.appui.web.signin.Failures;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class FailureStore implements Failures, PanacheRepositoryBase<FailureStore.Row, Long> {

    private static final int LONGEST = 64;

    @Entity(name = "SignInFailure")
    @Table(name = "sign_in_failure")
    static class Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "id")
        @Nullable
        Long id;

        @Column(name = "login")
        String login;

        @Column(name = "address")
        String address;

        @Column(name = "at")
        Instant at;
    }

    @Override
    public void add(String login, String address, Instant at) {
        var row = new Row();
        row.login = cut(login);
        row.address = cut(address);
        row.at = at;
        persist(row);
    }

    @Override
    public long ofLogin(String login, Instant since) {
        return count("login = ?1 and at > ?2", cut(login), since);
    }

    @Override
    public long ofAddress(String address, Instant since) {
        return count("address = ?1 and at > ?2", cut(address), since);
    }

    @Override
    public void clear(String login) {
        delete("login", cut(login));
    }

    @Override
    public long forget(Instant before) {
        return delete("at < ?1", before);
    }

    private static String cut(String value) {
        return WholeCharacters.first(LONGEST, value);
    }
}
