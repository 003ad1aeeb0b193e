package fr.appui.indicators.report;

import java.util.List;

/** @param code stable, English; @param title French */
public record Section(String code, String title, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
