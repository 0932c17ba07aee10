package dev.smtpdiag.simulate;

/**
 * What the server says during a login (RFC 4954 4), as octets.
 *
 * @param userPrompt what LOGIN asks for the user name with, before base64
 * @param passwordPrompt what LOGIN asks for the password with, before base64
 * @param accepted the reply to a good login
 * @param refused the reply to a bad one
 */
record LoginWords(String userPrompt, String passwordPrompt, String accepted, String refused) {

    static final LoginWords DEFAULT = new LoginWords(
            "Username:", "Password:", "235 2.7.0 Authentication successful", "535 5.7.8 Error: authentication failed");

    LoginWords prompting(String user, String password) {
        return new LoginWords(user, password, accepted, refused);
    }

    LoginWords accepting(String reply) {
        return new LoginWords(userPrompt, passwordPrompt, reply, refused);
    }

    LoginWords refusing(String reply) {
        return new LoginWords(userPrompt, passwordPrompt, accepted, reply);
    }
}
