package fr.appui.web.request;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** What was just done, as the physician's page says it; the address carries only its name. */
public enum Done {
    LOGGED("La fiche est validée. Merci."),
    CONFIRMED("Votre présence est confirmée."),
    KEPT("Ce téléphone reste connecté jusqu’à la fin de l’astreinte."),
    NUMBER("Ce numéro sert dès maintenant, pour cette astreinte seulement."),
    BUSY("Les appels vont d’abord aux autres médecins. Cela cesse de soi-même à la fin de l’astreinte."),
    AVAILABLE("Les appels vous reviennent à votre rang."),
    ASKED(
            "Un message part à vos collègues ; la page d’accueil de la coordination montre votre demande. Vous restez d’astreinte tant que personne n’a accepté."),
    ASKED_NOBODY(
            "Aucun collègue ne remplit les conditions : la page d’accueil de la coordination le montre. Vous restez d’astreinte ; appelez-la."),
    TAKEN("L’astreinte est à vous. Le planning, les appels et les agendas suivent."),
    DECLINED("Noté : vous ne pouvez pas. Le planning ne change pas."),
    HELD("Vous assurez votre astreinte. Un message part à la coordination et à ceux qui n’avaient pas répondu."),
    CALL_BACK("Votre téléphone sonne : décrochez, appuyez sur 1, puis l’appelant est joint."),
    CALLED_BACK("Noté : le service ne fera plus sonner personne pour cet appel."),
    NOBODY_WAITED("Personne n’attendait plus d’être rappelé.");

    private final String sentence;

    Done(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public Response seen() {
        return Response.seeOther(URI.create("/mes-astreintes?fait=" + name())).build();
    }

    /** @param name as it came in the address */
    public static Optional<Done> named(String name) {
        return Stream.of(values()).filter(done -> done.name().equals(name)).findFirst();
    }
}
