package fr.appui.web.reports;

import fr.appui.directory.TerritoryCode;
import fr.appui.web.Problem;

/** Codes as addresses write them. */
final class Territories {

    private Territories() {}

    static TerritoryCode code(String text) {
        try {
            return new TerritoryCode(text);
        } catch (IllegalArgumentException invalid) {
            throw Problem.badRequest("code", String.valueOf(invalid.getMessage()));
        }
    }
}
