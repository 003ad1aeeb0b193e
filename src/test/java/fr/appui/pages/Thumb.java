package fr.appui.pages;

import com.microsoft.playwright.Page;

/** Taps a page and counts. */
public final class Thumb {

    private final Page page;
    private int taps;

    public Thumb(Page page) {
        this.page = page;
    }

    public void taps(String selector) {
        page.locator(selector).click();
        taps++;
    }

    public int taps() {
        return taps;
    }
}
