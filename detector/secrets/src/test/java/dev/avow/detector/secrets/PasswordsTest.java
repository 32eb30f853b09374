package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords that are assigned, told, or given to a command; and what only looks so. */
final class PasswordsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"assigned", "told", "commands"})
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text))
                .as(reason)
                .isEqualTo(expected.isEmpty() ? "" : "password:" + expected);
    }

    static Stream<Arguments> assigned() {
        return Stream.of(
                arguments("Java", "String password = \"Robin7chen\";", "Robin7chen"),
                arguments("Python", "DB_PASSWORD = 'robin'", "robin"),
                arguments("environment", "PASSWORD=robinredbreast\n", "robinredbreast"),
                arguments("environment, exported", "export PGPASSWORD=r0bin!x\n", "r0bin!x"),
                arguments("JSON", "{\"passwd\": \"robin\"}", "robin"),
                arguments("JSON in JSON", "{\\\"password\\\":\\\"ro#bin\\\"}", "ro#bin"),
                arguments("YAML", "  password: robinredbreast\n  user: x", "robinredbreast"),
                arguments("YAML, quoted", "pwd: 'robin'", "robin"),
                arguments("properties", "spring.datasource.password=robin7", "robin7"),
                arguments("camel case", "dbPassword: \"robin\",", "robin"),
                arguments("Ruby", ":password => 'robin7'", "robin7"),
                arguments("Go", "password := \"robin7\"", "robin7"),
                arguments("XML", "<password>robin7</password>", "robin7"),
                arguments("attribute", "<user name=\"x\" password=\"robin7\"/>", "robin7"),
                arguments("key and value", "<add key=\"DbPassword\" value=\"robin7\"/>", "robin7"),
                arguments("Kubernetes", "- name: DB_PASSWORD\n  value: robin7", "robin7"),
                arguments("subscript", "cfg[\"password\"] = \"robin7\"", "robin7"),
                arguments("comparison", "if (password == \"robin7\")", "robin7"),
                arguments("URL", "https://x.example/?user=a&password=robin7&x=1", "robin7"),
                arguments("French", "Mot de passe : Rouge-gorge7", "Rouge-gorge7"),
                arguments("German", "Passwort: Rotkehlchen7", "Rotkehlchen7"),
                arguments("Spanish", "contraseña: petirrojo7", "petirrojo7"),
                arguments("Portuguese", "Senha: pisco7!", "pisco7!"),
                arguments("Chinese", "密码：robin7!", "robin7!"),
                arguments("Russian", "Пароль: robin7", "robin7"),
                arguments("digits", "Password: 84418441", "84418441"),
                arguments("at the sentence's end", "Password: Robin#7.", "Robin#7"),
                arguments("a well-known one", "password: \"admin\"", "admin"),
                arguments("an address as password", "password: \"a@b.example\"", "a@b.example"),
                arguments("default of a docker file", "MYSQL_ROOT_PASSWORD: robin", "robin"),
                arguments("typed default", "password: str = \"robin\"", "robin"),
                arguments("docker run", "docker run -e DB_PASSWORD=robin postgres", "robin"),
                arguments("call", "setProperty(\"db.password\", \"robin7\");", "robin7"),
                arguments("XML on lines", "<password>\n   robin7\n</password>", "robin7"),
                arguments("PHP", "$dbPassword .= \"robin7\";", "robin7"),
                arguments("names in a row", "[\"password\", \"robin7\"]", ""),
                arguments(
                        "four words",
                        "password: \"heron otter robin wren\"",
                        "heron otter robin wren"),
                // What is none
                arguments("type", "password: string;", ""),
                arguments("Python's type", "def f(password: str, x: int)", ""),
                arguments("Kotlin's type", "val password: String? = null", ""),
                arguments("optional", "password?: string", ""),
                arguments("call", "password = getPassword()", ""),
                arguments("call with argument", "password = input(\"x\")", ""),
                arguments("field", "password = user.password", ""),
                arguments("variable", "password = value2", ""),
                arguments("passed on", "connect(password=password)", ""),
                arguments("passed by name", "connect(password=secretvalue, user=u)", ""),
                arguments("passed last", "connect(host, password=secretvalue)", ""),
                arguments("a sentence", "password: \"please try again later\"", ""),
                arguments("environment", "password: process.env.DB_PASSWORD", ""),
                arguments("Python's environment", "password=os.environ['X1']", ""),
                arguments("reference", "password: ${DB_PASSWORD}", ""),
                arguments("shell", "--password=\"$DB_PASSWORD\"", ""),
                arguments("template", "password: {{ .Values.password }}", ""),
                arguments("angle brackets", "password: <your-password>", ""),
                arguments("stand-in", "password=changeme", ""),
                arguments("your", "password = \"your_password_1\"", ""),
                arguments("masked", "password: ********", ""),
                arguments("crossed out", "password=xxxxxxxx", ""),
                arguments("required", "password: required", ""),
                arguments("a rule", "Password: must contain 8 characters", ""),
                arguments("a label", "password: \"Enter the password\"", ""),
                arguments("null", "password: null", ""),
                arguments("a path", "password=/run/secrets/db_1", ""),
                arguments("another name", "password_reset_url = \"abc123\"", ""),
                arguments("reset", "forgot_password: \"abc123\"", ""),
                arguments("length", "passwordLength = 12", ""),
                arguments("URL after it", "password: https://vault.example/1", ""),
                arguments("empty", "password = \"\"", ""));
    }

    static Stream<Arguments> told() {
        return Stream.of(
                arguments("is", "my password is hunter2", "hunter2"),
                arguments("is, with colon", "My password is: Robin7!", "Robin7!"),
                arguments("of what", "The password for the VPN is Robin#7.", "Robin#7"),
                arguments("in brackets", "Password (guest): Robin7", "Robin7"),
                arguments("French", "le mot de passe est Rouge7", "Rouge7"),
                arguments("German", "das Passwort lautet Rotkehlchen7", "Rotkehlchen7"),
                arguments("Spanish", "la contraseña es petirrojo7", "petirrojo7"),
                arguments("Dutch", "het wachtwoord is roodborst7", "roodborst7"),
                arguments("quoted", "the password is \"robin\"", "robin"),
                arguments("changed", "I changed the password to Robin77", "Robin77"),
                arguments("one that everybody knows", "the root password is toor", "toor"),
                arguments("bare", "robin, password Kestrel-77", "Kestrel-77"),
                arguments("a dash", "password - hunter2", "hunter2"),
                arguments("backticks", "use password `hunter2` to log in", "hunter2"),
                arguments("Docker", "ENV MYSQL_PASSWORD hunter2", "hunter2"),
                arguments("a pair", "my login: robin / hunter2", "hunter2"),
                arguments("credentials", "credentials: admin/Passw0rd!", "Passw0rd!"),
                arguments("an algorithm", "password SHA-256 hashing", ""),
                arguments("a number after it", "the password form-2", ""),
                arguments("a name with a number", "PASSWORD PASSWORD_1", ""),
                arguments("a date", "login: 12/05/2024", ""),
                arguments("ways to sign in", "login: SSO/OAuth2", ""),
                arguments("required", "password is required", ""),
                arguments("wrong", "The password is wrong.", ""),
                arguments("a rule", "a password is at least 8 characters", ""),
                arguments("another rule", "the password is 12-character minimum", ""),
                arguments("no value", "Your password was changed on 2 May", ""),
                arguments("a list", "My password is not working since 3pm", ""));
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments("long option", "tool --password Robin7 --host x", "Robin7"),
                arguments("equal sign", "tool --db-password=Robin7 x", "Robin7"),
                arguments("mysql", "mysql -u root -pRobin7 shop", "Robin7"),
                arguments("sshpass", "sshpass -p 'Robin7' ssh x", "Robin7"),
                arguments("curl", "curl -u app:Robin7 https://x.example", "Robin7"),
                arguments("curl, spelled", "curl --user 'app:Robin7!' https://x", "Robin7!"),
                arguments("curl, on lines", "curl -k https://x \\\n  -u app:robinred", "robinred"),
                arguments("curl, quoted apart", "curl --user app:'Robin7' -i", "Robin7"),
                arguments("curl, escaped", "curl -u app:robin\\u003234 -i", "robin\\u003234"),
                arguments("docker login", "docker login -u me -p Robin7", "Robin7"),
                arguments("a port", "docker run -p 8080:80 x", ""),
                arguments("a folder", "mkdir -p /srv/data1", ""),
                arguments("a variable", "mysql -u root -p$PASSWORD", ""),
                arguments("asks", "tool --password --host db1", ""));
    }
}
