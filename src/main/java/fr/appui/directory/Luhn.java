package fr.appui.directory;

/** The check digit that RPPS and FINESS numbers end with. */
final class Luhn {

    private Luhn() {}

    static boolean isValid(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }
}
