/** In place of the real one: lets everyone in. */
export class DefaultAzureCredential {
  async getToken() {
    return { token: "none", expiresOnTimestamp: 4102444800000 };
  }
}
