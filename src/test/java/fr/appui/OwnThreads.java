package fr.appui;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whoever waits is not ended by what another thread met: a mail server of the lab whose client hung up, say. */
public final class OwnThreads implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
