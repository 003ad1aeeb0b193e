package fr.appui.access;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts kept here. */
public interface Accounts {

    boolean isEmpty();

    Optional<Account> byLogin(String login);

    Optional<Account> byProviderSubject(String subject);

    Optional<Account> byId(UUID id);

    default List<Account> ofPhysician(PhysicianId physician) {
        return ofPhysicians(Set.of(physician)).getOrDefault(physician, List.of());
    }

    /** Of those who have one: a few questions however many they are. */
    Map<PhysicianId, List<Account>> ofPhysicians(Set<PhysicianId> physicians);

    List<Account> page(int page, int size);

    long total();

    /**
     * The open accounts that administer the whole service, held until the transaction ends: of two administrators who close
     * each other's account at one moment, the second sees what the first did. To be asked before anything else is read.
     */
    List<UUID> administratorsHeld();

    /** The hash to compare a password with; empty for an unknown, disabled or provider-only account. */
    Optional<String> passwordHash(String login);

    /**
     * @throws InvalidInput in French where the login was taken meanwhile
     * @param passwordHash null for an account that signs in through a provider only
     */
    void add(Account account, @Nullable String passwordHash);

    /** Replaces name, grants, physician, provider subject and the disabled mark; login and password stay. */
    void change(Account account);

    void setPassword(UUID account, String passwordHash, boolean temporary);

    /** Who came in through a provider has no password to choose; where one was given, it stays to be changed. */
    void entered(UUID account);
}
