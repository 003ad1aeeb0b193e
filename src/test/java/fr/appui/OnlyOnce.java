package fr.appui;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Whatever needs no telephone is told once: when the runner begins again with what failed, only phone stories may still come
 * to another end. Counted among the system's properties, since the application's tests are loaded apart.
 */
public final class OnlyOnce implements TestExecutionListener, BeforeEachCallback {

    private static final String BEGUN = "fr.appui.test-plans";

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        System.setProperty(BEGUN, Integer.toString(Integer.getInteger(BEGUN, 0) + 1));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        boolean phoneStory = test.getRequiredTestClass().getPackageName().equals("fr.appui.calls");
        if (!phoneStory && Integer.getInteger(BEGUN, 0) > 1) {
            throw new AssertionError("it failed at first, which is enough");
        }
    }
}
