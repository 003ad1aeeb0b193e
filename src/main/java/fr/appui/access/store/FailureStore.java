package fr.appui.access.store;

import fr.appui.access.Failures;
import fr.appui.french.WholeCharacters;
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
import java.util.Objects;
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
    public long attempt(String login, String from, Instant at) {
        var row = new Row();
        row.login = cut(login);
        row.address = cut(from);
        row.at = at;
        persistAndFlush(row);
        return Objects.requireNonNull(row.id);
    }

    @Override
    public void withdraw(long attempt) {
        deleteById(attempt);
    }

    @Override
    public long of(String login, String from, Instant since) {
        return count("login = ?1 and address = ?2 and at > ?3", cut(login), cut(from), since);
    }

    @Override
    public long ofPlace(String from, Instant since) {
        return count("address = ?1 and at > ?2", cut(from), since);
    }

    @Override
    public long ofLogin(String login, Instant since) {
        return count("login = ?1 and at > ?2 and address not like '" + KNOWN + "%'", cut(login), since);
    }

    @Override
    public void clear(String login, String from) {
        delete("login = ?1 and address = ?2", cut(login), cut(from));
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
