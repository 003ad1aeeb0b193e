package fr.appui.web;

import java.util.Optional;
import java.util.UUID;

/** Identifiers as addresses and forms carry them. */
public final class Uuids {

    private Uuids() {}

    /** @return empty for what is none, which nothing here is called */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
