package fr.appui.web.calls;

import java.util.List;

/** @param page first is 0; @param total calls that match, on all pages */
public record CallPage(List<CallLine> items, int page, int size, long total) {}
