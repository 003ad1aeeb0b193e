package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.WishRules;
import fr.appui.planning.Wishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a physician asks for: read with its version, changed by one at a time and only as it was seen. */
@ApplicationScoped
public class WishDesk {

    private static final int VERSION_BYTES = 8;

    private final WishBook book;
    private final WishCampaignDesk campaigns;

    WishDesk(WishBook book, WishCampaignDesk campaigns) {
        this.book = book;
        this.campaigns = campaigns;
    }

    /** @param version says what is asked for: the same wishes have the same version, on every node */
    public record Sheet(Wishes wishes, String version) {

        static Sheet of(Wishes wishes) {
            return new Sheet(wishes, versionOf(wishes));
        }
    }

    /** What came of a change. */
    public sealed interface Answer {

        record Kept(Sheet sheet) implements Answer {}

        /** Somebody changed it since it was seen; nothing was kept. */
        record Stale(Sheet now) implements Answer {}

        record Refused(WishRules.Refusal why) implements Answer {}
    }

    @Transactional
    public Sheet of(PhysicianId physician) {
        return Sheet.of(book.of(physician));
    }

    /** @param version of the sheet that was decided on */
    public Answer change(PhysicianId physician, String version, UnaryOperator<Wishes> change) {
        return change(physician, now -> versionOf(now).equals(version), change);
    }

    /**
     * In a transaction of its own, so that what is read is what is there once it is this one's turn.
     *
     * @param asSeen whether what the change was decided on is still so
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Answer change(PhysicianId physician, Predicate<Wishes> asSeen, UnaryOperator<Wishes> change) {
        Wishes now = book.toChange(physician);
        if (!asSeen.test(now)) {
            return new Answer.Stale(Sheet.of(now));
        }
        Wishes changed = change.apply(now);
        Optional<WishRules.Refusal> refusal = WishRules.check(now, changed);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        book.keep(physician, changed);
        campaigns.changed(physician, now, changed);
        return new Answer.Kept(Sheet.of(book.of(physician)));
    }

    /**
     * Several physicians' wishes in one transaction of its own, each physician's turn taken in the order of their ids.
     *
     * @param change says what becomes of the wishes, by putting them back
     * @param kept whether, by what came of it, they are kept
     */
    @Transactional(TxType.REQUIRES_NEW)
    <T> T changeTogether(Set<PhysicianId> physicians, Function<Map<PhysicianId, Wishes>, T> change, Predicate<T> kept) {
        Map<PhysicianId, Wishes> asked = new TreeMap<>(Comparator.comparing(PhysicianId::toString));
        physicians.stream()
                .sorted(Comparator.comparing(PhysicianId::toString))
                .forEach(physician -> asked.put(physician, book.toChange(physician)));
        Map<PhysicianId, Wishes> before = Map.copyOf(asked);
        T done = change.apply(asked);
        if (kept.test(done)) {
            asked.forEach((physician, wishes) -> {
                book.keep(physician, wishes);
                campaigns.changed(physician, before.getOrDefault(physician, Wishes.none()), wishes);
            });
        }
        return done;
    }

    private static String versionOf(Wishes wishes) {
        String said = String.join(
                "|",
                wishes.unavailabilities().toString(),
                wishes.preferences().toString(),
                wishes.willingness().name(),
                wishes.maxDutyDays().toString(),
                new TreeSet<>(wishes.priorityAstreintes()).toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, VERSION_BYTES));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
