import { colourMode, setColourMode } from "../colour-mode";
import { Avatar } from "../parts/avatar";
import { usePopup } from "../parts/use-popup";
import type { WirePerson } from "../wire";

/** The own avatar with a menu: theme and log out. */
export function ProfileMenu({ user }: { user: WirePerson | null }) {
  const { open, setOpen, root } = usePopup();
  const next = colourMode() === "dark" ? "light" : "dark";
  function switchTheme() {
    setColourMode(next);
    setOpen(false);
  }
  return (
    <div className="menu-root" ref={root}>
      <button
        type="button"
        className="avatar-button"
        aria-label="Your profile and settings"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Avatar person={user} size={28} />
      </button>
      {open && (
        <div className="menu menu-end" role="menu">
          <p className="menu-title">{user?.displayName}</p>
          <button type="button" role="menuitem" onClick={switchTheme}>
            {next === "dark" ? "Dark theme" : "Light theme"}
          </button>
          <a role="menuitem" href="/logout">
            Log out
          </a>
        </div>
      )}
    </div>
  );
}
