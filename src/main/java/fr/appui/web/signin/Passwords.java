package fr.appui.web.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import fr.appui.access.Account;
import fr.appui.french.InvalidInput;
import java.util.List;
import java.util.stream.Stream;

/** Whether a password is one that programs try first: known ones, sequences, words, what the account says of itself. */
final class Passwords {

    /** Of 4: more than 10^8 tries. */
    private static final int LEAST_SCORE = 3;

    /** What follows hardly makes it easier to guess, and is slow to judge. */
    private static final int LONGEST_JUDGED = 72;

    private static final Zxcvbn JUDGE = new Zxcvbn();
    private static final List<String> OF_THE_HOUSE = List.of(
            "appui", "palliatif", "palliatifs", "astreinte", "coordination", "administration", "regulation", "hopital");

    private Passwords() {}

    /** @throws InvalidInput with a French sentence, when it is easily guessed */
    static void requireHardToGuess(String password, Account account) {
        List<String> own = Stream.concat(
                        OF_THE_HOUSE.stream(),
                        Stream.concat(
                                Stream.of(account.login()),
                                Stream.of(account.name().split("[\\s-]+"))))
                .toList();
        String judged = password.length() > LONGEST_JUDGED ? password.substring(0, LONGEST_JUDGED) : password;
        if (JUDGE.measure(judged, own).getScore() < LEAST_SCORE) {
            throw new InvalidInput(
                    "mot de passe : il se devine trop facilement ; en choisir un autre, par exemple quatre mots sans lien");
        }
    }
}
