package dev.smtpdiag.simulate;

/**
 * What the server says during a login (RFC 4954 4), as octets.
 *
 * @param userPrompt what LOGIN asks for the user name with, before base64
 * @param passwordPrompt what LOGIN asks for the password with, before base64
 * @param accepted the reply to a good login
 * @param refused the reply to a bad one
 * @param proof how the server of SCRAM proves that it knows the password
 */
record LoginWords(String userPrompt, String passwordPrompt, String accepted, String refused, Proof proof) {

    /** How the server of SCRAM proves that it knows the password, too (RFC 5802 5). */
    enum Proof {
        RIGHT,
        WRONG,
        MISSING
    }

    static final LoginWords DEFAULT = new LoginWords(
            "Username:", "Password:", "235 2.7.0 Authentication successful", "535 5.7.8 Error: authentication failed");

    LoginWords(String userPrompt, String passwordPrompt, String accepted, String refused) {
        this(userPrompt, passwordPrompt, accepted, refused, Proof.RIGHT);
    }

    LoginWords prompting(String user, String password) {
        return new LoginWords(user, password, accepted, refused, proof);
    }

    LoginWords accepting(String reply) {
        return new LoginWords(userPrompt, passwordPrompt, reply, refused, proof);
    }

    LoginWords refusing(String reply) {
        return new LoginWords(userPrompt, passwordPrompt, accepted, reply, proof);
    }

    LoginWords proving(Proof how) {
        return new LoginWords(userPrompt, passwordPrompt, accepted, refused, how);
    }
}
