package fr.appui.directory;

public record PersonName(String given, String family) {

    public PersonName {
        given = Required.text("prénom", given, 80);
        family = Required.text("nom", family, 80);
    }

    /** {@code Claire Martin}. */
    public String full() {
        return given + " " + family;
    }

    /** {@code Dr Martin}, as a rota prints it. */
    public String titled() {
        return "Dr " + family;
    }
}
