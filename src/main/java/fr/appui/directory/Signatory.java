package fr.appui.directory;

/** @param role in what capacity they sign: « directrice », « chef de pôle » */
public record Signatory(String name, String role) {

    public Signatory {
        name = Required.text("signataire", name, 120);
        role = Required.text("qualité du signataire", role, 120);
    }
}
