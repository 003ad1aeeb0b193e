package fr.appui.planning.feed;

import fr.appui.planning.DateRange;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** One thing that one line of a file asks for. */
public sealed interface Wish {

    /** What a physician asks for once this is added; what was asked already is not asked twice. */
    Wishes addedTo(Wishes wishes);

    record Away(Unavailability unavailability) implements Wish {
        @Override
        public Wishes addedTo(Wishes wishes) {
            return wishes.unavailable(and(wishes.unavailabilities(), unavailability));
        }
    }

    record Likes(Preference preference) implements Wish {
        @Override
        public Wishes addedTo(Wishes wishes) {
            return wishes.preferring(and(wishes.preferences(), preference));
        }
    }

    /** An HAD or USP astreinte held elsewhere. */
    record OtherAstreinte(DateRange dates) implements Wish {
        @Override
        public Wishes addedTo(Wishes wishes) {
            var all = new HashSet<>(wishes.priorityAstreintes());
            dates.dates().forEach(all::add);
            return wishes.holdingPriorityAstreintes(all);
        }
    }

    record Offers(Willingness willingness) implements Wish {
        @Override
        public Wishes addedTo(Wishes wishes) {
            return wishes.willing(willingness);
        }
    }

    record AtMost(int days) implements Wish {
        @Override
        public Wishes addedTo(Wishes wishes) {
            return wishes.atMost(days);
        }
    }

    private static <T> List<T> and(List<T> known, T more) {
        return Stream.concat(known.stream(), Stream.of(more)).distinct().toList();
    }
}
