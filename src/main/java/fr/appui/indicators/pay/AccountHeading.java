package fr.appui.indicators.pay;

/**
 * One heading of the financial statement, after the accounting nomenclature in force (doc 001 §6). The list is data: a
 * hospital under another chart of accounts replaces it.
 *
 * @param code stable, English
 * @param number in the chart of accounts
 */
public record AccountHeading(String code, String number, String label, Side side) {

    public enum Side {
        INCOME("Produits"),
        EXPENSE("Charges");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
