package fr.appui.access;

import java.util.UUID;

/** Sessions or a token that end before their time. Told by the store that ends them, whichever act asked for it. */
public sealed interface SignInsEnded {

    /** @param hash of what the browser holds */
    record OneSession(String hash) implements SignInsEnded {}

    /** @param kept the hash of the one that goes on */
    record OthersOf(UUID account, String kept) implements SignInsEnded {}

    record AllOf(UUID account) implements SignInsEnded {}

    record OneToken(UUID token) implements SignInsEnded {}
}
