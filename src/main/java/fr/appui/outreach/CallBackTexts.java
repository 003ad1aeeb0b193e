package fr.appui.outreach;

import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.trace.CallStory;

/** What is written about a caller who waits: when they called and how to find the call, never their number. */
final class CallBackTexts {

    private static final String PAGE = " Référence de l’appel : ";

    private CallBackTexts() {}

    static Alert.Content asked(Territory territory, CallStory story) {
        return new Alert.Content(
                "Appui " + territory.name() + " : un professionnel demande à être rappelé",
                "Appui soins palliatifs, " + territory.name() + " : un professionnel a appelé "
                        + time(territory, story)
                        + " sans joindre de médecin et demande à être rappelé. Le service appelle les médecins"
                        + " d’astreinte tour à tour." + PAGE + story.call());
    }

    static Alert.Content handedOver(Territory territory, CallStory story, int attempts) {
        return new Alert.Content(
                "Appui " + territory.name() + " : rappel à reprendre par la coordination",
                "Appui soins palliatifs, " + territory.name() + " : le professionnel qui a appelé "
                        + time(territory, story) + " n’a pas été rappelé, après " + attempts
                        + (attempts > 1 ? " essais." : " essai.") + " Merci de reprendre ce rappel." + PAGE
                        + story.call());
    }

    private static String time(Territory territory, CallStory story) {
        return "le " + FrenchDate.dayAndTime(story.start().atZone(territory.timeZone()));
    }
}
