package fr.appui.web.signin;

import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;

/** Where somebody was going when they were asked who they are, and what they were sending: every form by which one enters brings it. */
public final class Onward {

    @RestForm
    @DefaultValue("/")
    public String suite = "/";

    @RestForm
    @DefaultValue("")
    public String vers = "";

    @RestForm
    @DefaultValue("")
    public String saisie = "";

    KeptForm kept() {
        return KeptForm.read(vers, saisie);
    }
}
