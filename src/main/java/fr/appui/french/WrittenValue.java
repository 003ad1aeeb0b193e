package fr.appui.french;

/** What is said of a value that cannot be read: it is quoted, unless nothing was written, which is then what is wrong with it. */
public final class WrittenValue {

    private WrittenValue() {}

    /**
     * @param fault goes on from the quoted value: {@code n'est pas une date}
     * @param remedy what to write instead, with an example
     */
    public static String refused(String written, String fault, String remedy) {
        return written.isBlank() ? "à renseigner, " + remedy : "« " + written.strip() + " » " + fault + " ; " + remedy;
    }
}
