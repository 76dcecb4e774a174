package org.deepcausalmmm.server.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import org.deepcausalmmm.server.base.ServerCode;

/** Passwords, hashed by Argon2id with 19 MiB, 2 rounds and 1 lane (OWASP, 2024). */
public final class Passwords {
  /** The fewest characters of a password. */
  public static final int LEAST = 10;

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final Semaphore AT_A_TIME = new Semaphore(2);
  private static final String OF_NOBODY =
      Password.hash("nobody").addRandomSalt(16).with(ARGON).getResult();

  private Passwords() {}

  /**
   * Returns the hash of a password.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-514 if it is too short
   */
  public static String hash(String password) {
    if (password.length() < LEAST || password.length() > 200) {
      throw ServerCode.FIELD_BAD.error(
          "The password has %d characters.".formatted(password.length()),
          "Give %d to 200 characters.".formatted(LEAST));
    }
    return limited(() -> Password.hash(password).addRandomSalt(16).with(ARGON).getResult());
  }

  /** Returns whether a password has the hash. */
  public static boolean matches(String password, String hash) {
    return limited(() -> Password.check(password, hash).with(ARGON));
  }

  /** Takes the time of a check where there is no user, so that names cannot be found out. */
  public static void pretend(String password) {
    limited(() -> Password.check(password, OF_NOBODY).with(ARGON));
  }

  private static <T> T limited(java.util.function.Supplier<T> work) {
    AT_A_TIME.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      AT_A_TIME.release();
    }
  }
}
